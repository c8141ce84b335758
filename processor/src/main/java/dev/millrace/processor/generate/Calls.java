package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes calls. Every argument has exactly its parameter's type, by a cast where the value's own is
 * another, so that overload resolution can choose nothing but the method that was planned.
 */
final class Calls {
  private Calls() {}

  /** A value's expression, and the type that it has as it stands. */
  record Value(CodeBlock expression, TypeRef type) {}

  /** Returns what the values are as the arguments of a step. */
  static List<CodeBlock> arguments(Step step, Function<Argument, Value> values) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Argument argument : step.arguments()) {
      arguments.add(argument(argument, values.apply(argument)));
    }
    return arguments;
  }

  /** Returns a value as the argument that it is planned to be. */
  static CodeBlock argument(Argument argument, Value value) {
    return cast(lifted(argument, value), argument.wanted());
  }

  private static Value lifted(Argument argument, Value given) {
    TypeRef wanted = argument.wanted();
    Value value = wanted instanceof TypeRef.Held ? given : opened(given);
    CodeBlock expression = value.expression();
    return switch (argument.lift()) {
      case NONE -> value;
      case OPTIONAL, OPTIONAL_OF_NULLABLE -> {
        TypeRef inside = optional(wanted);
        String of = argument.lift().name().equals("OPTIONAL") ? "of" : "ofNullable";
        yield new Value(
            CodeBlock.of("$T.<$T>$L($L)", Optional.class, Types.name(inside), of, expression),
            new TypeRef.Declared(((TypeRef.Declared) wanted).type(), List.of(inside)));
      }
      case OR_NULL ->
          new Value(CodeBlock.of("$L.orElse(null)", expression), optional(argument.given()));
      case STREAM -> new Value(CodeBlock.of("$L.stream()", expression), wanted);
    };
  }

  /** Returns what a resource that is held opens; null where none need be given and none is. */
  static Value opened(Value value) {
    if (!(value.type() instanceof TypeRef.Held held)) {
      return value;
    }
    return new Value(
        held.type().isNullable()
            ? CodeBlock.of("$T.orNull($L)", Types.HELD, value.expression())
            : CodeBlock.of("$L.get()", value.expression()),
        held.opened());
  }

  private static TypeRef optional(TypeRef type) {
    TypeRef inside = type.argumentOf("java.util.Optional");
    return inside == null ? TypeRef.OBJECT : inside.upperBound();
  }

  /** Returns the call of a node's method with these arguments, as the method returns. */
  static CodeBlock raw(NodeModel node, List<CodeBlock> arguments) {
    if (!node.alone()) {
      return method(node.method(), arguments);
    }
    Twin twin = node.twin().orElseThrow();
    int receiver = node.method().isStatic() ? 0 : 1;
    List<CodeBlock> single = new ArrayList<>(arguments);
    for (int i = receiver; i < single.size(); i++) {
      if (twin.mapped().get(i - receiver)) {
        TypeRef one = node.ports().get(i).type().plain();
        TypeRef many = twin.method().types().get(i - receiver).plain();
        single.set(
            i,
            many(
                many,
                CodeBlock.of(
                    "$T.<$T>singletonList($L)",
                    java.util.Collections.class,
                    Types.name(one.boxed()),
                    arguments.get(i))));
      }
    }
    return CodeBlock.of(
        "$T.one($S, $L)",
        Types.TWINS,
        node.label(),
        joined(node.label(), twin.delivery(), method(twin.method(), single)));
  }

  /** Returns a list as what a twin takes: itself, or a block of it. */
  static CodeBlock many(TypeRef wanted, CodeBlock list) {
    TypeRef.Declared declared = (TypeRef.Declared) wanted;
    if (declared.type().canonicalName().equals("java.util.List")) {
      return list;
    }
    CodeBlock witness =
        declared.arguments().isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of("<$T>", Types.name(declared.arguments().get(0).upperBound()));
    return CodeBlock.of("$T.$LcopyOf($L)", Types.name(declared.type()), witness, list);
  }

  /** Returns a call that may complete later as its result. */
  static CodeBlock joined(String label, Delivery delivery, CodeBlock call) {
    return delivery == Delivery.STAGE
        ? CodeBlock.of("$T.join($S, $L)", Types.ASYNC, label, call)
        : call;
  }

  /** Returns what a call returns as what its node produces; a resource as it is returned. */
  static CodeBlock delivered(NodeModel node, CodeBlock call) {
    return switch (node.traits().delivery()) {
      case VALUE, RESOURCE -> call;
      case STAGE -> joined(node.label(), Delivery.STAGE, call);
      case STREAM -> {
        TypeRef element = node.result().listElement();
        boolean nullable = element != null && element.isNullable();
        yield CodeBlock.of(
            "$T.$L($S, $L)",
            Types.STREAMS,
            nullable ? "listOfNullables" : "list",
            node.label(),
            call);
      }
    };
  }

  /** Returns the call of a method; of an instance method, the first argument is the receiver. */
  static CodeBlock method(MethodRef method, List<CodeBlock> arguments) {
    CodeBlock witnesses = witnesses(method);
    if (method.isStatic()) {
      return CodeBlock.of(
          "$T.$L$N($L)",
          Types.name(method.owner()),
          witnesses,
          method.name(),
          CodeBlock.join(arguments, ",$W"));
    }
    CodeBlock receiver = arguments.get(0);
    boolean isCast = receiver.toString().startsWith("(");
    return CodeBlock.of(
        isCast ? "($L).$L$N($L)" : "$L.$L$N($L)",
        receiver,
        witnesses,
        method.name(),
        CodeBlock.join(arguments.subList(1, arguments.size()), ",$W"));
  }

  /** Returns a step's value, checked where it must not be null. */
  static CodeBlock checked(Step step, String place, CodeBlock value) {
    boolean isOwned = step instanceof Step.Call call && isResource(call);
    return step.type().isReference() && !step.isNullable() && !isOwned
        ? CodeBlock.of("$T.notNull($S, $L)", Types.PROBE, place, value)
        : value;
  }

  /** Returns whether a node returns a resource of what it produces. */
  static boolean isResource(Step.Call call) {
    return call.node().traits().delivery() == Delivery.RESOURCE;
  }

  /** Returns what a resource opens that a node returned, and whose it is then. */
  static CodeBlock owned(CodeBlock leases, String place, CodeBlock resource, CodeBlock keep) {
    return CodeBlock.of(
        "$L.own($T.notNull($S, $L), $S, $L)", leases, Types.PROBE, place, resource, place, keep);
  }

  /** Returns what a generic method's type variables stand for, so that nothing is inferred. */
  private static CodeBlock witnesses(MethodRef method) {
    return method.typeArguments().isEmpty()
        ? CodeBlock.of("")
        : method.typeArguments().stream()
            .map(type -> CodeBlock.of("$T", Types.name(type)))
            .collect(CodeBlock.joining(", ", "<", ">"));
  }

  /** Returns the value as that type. */
  static CodeBlock cast(Value value, TypeRef wanted) {
    return value.type().equals(wanted)
        ? value.expression()
        : CodeBlock.of("($T) $L", Types.name(wanted), value.expression());
  }

  /** Returns whether a choice takes a variant, by the value that chooses. */
  static CodeBlock chooses(Step.Choice choice, int variant, CodeBlock selector) {
    var chosen = choice.member().variants().get(variant);
    return chosen.constant().isPresent()
        ? CodeBlock.of("$L == $T.$N", selector, Types.name(chosen.type()), chosen.constant().get())
        : CodeBlock.of("$L instanceof $T", selector, Types.name(chosen.type()));
  }
}
