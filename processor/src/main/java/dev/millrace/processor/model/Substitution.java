package dev.millrace.processor.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type variables stand for, by name. */
public record Substitution(Map<String, TypeRef> types) {
  public Substitution {
    types = Map.copyOf(types);
  }

  /** Returns the type with its variables replaced; one that stands for nothing stays. */
  public TypeRef in(TypeRef type) {
    if (!type.isOpen()) {
      return type;
    }
    if (type instanceof TypeRef.Variable variable) {
      return types.getOrDefault(variable.name(), variable);
    }
    if (type instanceof TypeRef.Declared declared) {
      return in(declared);
    }
    if (type instanceof TypeRef.Array array) {
      return new TypeRef.Array(in(array.component()).upperBound());
    }
    if (type instanceof TypeRef.OrNull orNull) {
      return new TypeRef.OrNull(in(orNull.type()).nonNull());
    }
    TypeRef.Wildcard wildcard = (TypeRef.Wildcard) type;
    TypeRef upper = upper(wildcard.upper());
    TypeRef lower = lower(wildcard.lower());
    // "? extends Object" is "?": a cast from one to the other would be a redundant one.
    return new TypeRef.Wildcard(TypeRef.OBJECT.equals(upper) ? null : upper, lower);
  }

  /** Returns the class with its arguments' variables replaced. */
  public TypeRef.Declared in(TypeRef.Declared declared) {
    return new TypeRef.Declared(declared.type(), in(declared.arguments()));
  }

  /** Returns the types with their variables replaced. */
  public List<TypeRef> in(List<TypeRef> list) {
    return list.stream().map(this::in).toList();
  }

  private @Nullable TypeRef upper(@Nullable TypeRef bound) {
    return bound == null ? null : in(bound).upperBound();
  }

  private @Nullable TypeRef lower(@Nullable TypeRef bound) {
    TypeRef lower = bound == null ? null : in(bound);
    return lower instanceof TypeRef.Wildcard wildcard ? wildcard.lower() : lower;
  }

  /** Returns a variable's declaration in other names, its own among them. */
  public TypeParameter in(TypeParameter parameter) {
    return new TypeParameter(
        in(new TypeRef.Variable(parameter.name())).toString(), in(parameter.bounds()));
  }

  /** Returns a generic node as the concrete one that it is where its variables stand for these. */
  public NodeModel in(NodeModel node) {
    return new NodeModel(
        node.output(),
        node.label(),
        in(node.method(), node.ownTypeParameters()),
        List.of(),
        node.ports().stream().map(this::in).toList(),
        in(node.result()),
        in(node.thrown()),
        node.twin().map(this::in),
        node.alone(),
        node.when(),
        node.split(),
        node.traits(),
        node.origin());
  }

  private Twin in(Twin twin) {
    return new Twin(
        in(twin.method(), twin.typeParameters()),
        twin.mapped(),
        List.of(),
        in(twin.thrown()),
        twin.delivery(),
        twin.limits(),
        twin.invariant(),
        twin.tolerance(),
        twin.origin());
  }

  private MethodRef in(MethodRef method, List<TypeParameter> own) {
    List<TypeRef> arguments =
        own.stream().map(each -> in(new TypeRef.Variable(each.name())).plain()).toList();
    return new MethodRef(
        method.owner(),
        method.name(),
        method.descriptor(),
        in(method.types()),
        arguments,
        method.isStatic());
  }

  private Port in(Port port) {
    return new Port(
        port.name(),
        port.parameter(),
        in(port.type()),
        in(port.readAs()),
        port.meantAsInput(),
        port.defaultValue(),
        port.keying(),
        port.origin());
  }
}
