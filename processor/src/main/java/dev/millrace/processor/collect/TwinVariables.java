package dev.millrace.processor.collect;

import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the type variables of a twin with its node's: by position, whatever their names. */
final class TwinVariables {
  private TwinVariables() {}

  /** Returns why the two cannot be a pair, or null. */
  static @Nullable String fault(NodeModel node, SignatureReader.Signature batch) {
    List<TypeParameter> wanted = node.ownTypeParameters();
    List<TypeParameter> given = batch.variables().own();
    if (wanted.size() != given.size()) {
      return "it has " + count(given) + ", but must have " + count(wanted) + ", as its node";
    }
    if (node.method().isStatic() != batch.method().isStatic()) {
      return null; // another fault, which says more
    }
    Substitution names = batch.variables().renamedTo(node.typeParameters());
    for (int i = 0; i < wanted.size(); i++) {
      if (!names.in(given.get(i)).equals(wanted.get(i))) {
        return "its type variable " + shown(given.get(i)) + " must be " + shown(wanted.get(i));
      }
    }
    return null;
  }

  /** Returns the twin's signature in the names that the node has for its variables. */
  static SignatureReader.Signature renamed(NodeModel node, SignatureReader.Signature batch) {
    if (batch.variables().all().isEmpty()
        || node.method().isStatic() != batch.method().isStatic()
        || fault(node, batch) != null) {
      return batch;
    }
    List<TypeParameter> all = node.typeParameters();
    List<TypeParameter> own = node.ownTypeParameters();
    Substitution names = batch.variables().renamedTo(node.typeParameters());
    MethodRef method = batch.method();
    return new SignatureReader.Signature(
        new MethodRef(
            method.owner(),
            method.name(),
            method.descriptor(),
            names.in(method.types()),
            method.typeArguments(),
            method.isStatic()),
        batch.names(),
        names.in(batch.result()),
        names.in(batch.thrown()),
        new TypeVariables(all.subList(0, all.size() - own.size()), own));
  }

  private static String count(List<TypeParameter> variables) {
    return variables.isEmpty()
        ? "no type variables"
        : variables.size() == 1 ? "one type variable" : variables.size() + " type variables";
  }

  private static String shown(TypeParameter variable) {
    List<String> bounds = variable.bounds().stream().map(Object::toString).toList();
    return bounds.isEmpty()
        ? variable.name() + " without bound"
        : variable.name() + " extends " + String.join(" & ", bounds);
  }
}
