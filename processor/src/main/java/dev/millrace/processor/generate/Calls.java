package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes calls. Every argument has exactly its parameter's type, by a cast where the value's own is
 * another, so that overload resolution can choose nothing but the method that was planned.
 */
final class Calls {
  private Calls() {}

  /**
   * A value's expression, and the type that it has as it stands.
   *
   * @param isCast whether it needs parentheses before a dot
   */
  record Value(CodeBlock expression, TypeRef type, boolean isCast) {
    Value(CodeBlock expression, TypeRef type) {
      this(expression, type, false);
    }

    /** Returns the expression as something is called on it. */
    CodeBlock receiver() {
      return isCast ? CodeBlock.of("($L)", expression) : expression;
    }
  }

  /** Returns what the values are as the arguments of a step. */
  static List<Value> arguments(Step step, Function<Argument, Value> values) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < step.arguments().size(); i++) {
      Argument argument = step.arguments().get(i);
      Value value = values.apply(argument);
      if (step instanceof Step.Call call) {
        value = widened(value, call.node().ports().get(i));
      }
      arguments.add(argument(argument, value));
    }
    return arguments;
  }

  /** A variant's parameter: what is given may be another variant's, so that no cast leads there. */
  private static Value widened(Value value, Port port) {
    TypeRef wired = port.readAs().plain();
    return port.type().equals(port.readAs()) || value.type().equals(wired)
        ? value
        : cast(value, wired);
  }

  /** Returns a value as the argument that it is planned to be. */
  static Value argument(Argument argument, Value value) {
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
        String of = argument.lift() == Lift.OPTIONAL ? "of" : "ofNullable";
        yield new Value(
            CodeBlock.of("$T.<$T>$L($L)", Optional.class, Types.name(inside), of, expression),
            new TypeRef.Declared(((TypeRef.Declared) wanted).type(), List.of(inside)));
      }
      case OR_NULL ->
          new Value(CodeBlock.of("$L.orElse(null)", value.receiver()), optional(argument.given()));
      case STREAM -> new Value(CodeBlock.of("$L.stream()", value.receiver()), wanted);
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
            : CodeBlock.of("$L.get()", value.receiver()),
        held.opened());
  }

  private static TypeRef optional(TypeRef type) {
    TypeRef inside = type.argumentOf(KnownTypes.OPTIONAL);
    return inside == null ? TypeRef.OBJECT : inside.upperBound();
  }

  /** Returns the call of a node's method with these arguments, as the method returns. */
  static CodeBlock raw(NodeModel node, List<Value> arguments) {
    if (!node.alone()) {
      return method(node.method(), arguments);
    }
    Delivery delivery = node.twin().orElseThrow().delivery();
    return one(node, joined(node.label(), delivery, batchOfOne(node, arguments)));
  }

  /** Returns the call of an asynchronous node's method with these arguments: a stage. */
  static CodeBlock stage(NodeModel node, List<Value> arguments) {
    return node.alone() ? batchOfOne(node, arguments) : method(node.method(), arguments);
  }

  /** Returns what an asynchronous node's stage comes to. */
  static TypeRef landing(NodeModel node) {
    return node.alone() ? TypeRef.listOf(node.result().plain()) : node.result().plain().boxed();
  }

  /** Returns what an asynchronous node's stage has come to as what the node produces. */
  static CodeBlock landed(NodeModel node, CodeBlock joined) {
    return node.alone() ? one(node, joined) : joined;
  }

  private static CodeBlock one(NodeModel node, CodeBlock list) {
    return CodeBlock.of("$T.one($S,$W$L)", Types.TWINS, node.label(), list);
  }

  private static CodeBlock batchOfOne(NodeModel node, List<Value> arguments) {
    Twin twin = node.twin().orElseThrow();
    int receiver = node.method().isStatic() ? 0 : 1;
    List<Value> single = new ArrayList<>(arguments);
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
                    Collections.class,
                    Types.name(one.boxed()),
                    arguments.get(i).expression())));
      }
    }
    return method(twin.method(), single);
  }

  /** Returns a list as what a twin takes: itself, or a block of it. */
  static Value many(TypeRef wanted, CodeBlock list) {
    TypeRef.Declared declared = (TypeRef.Declared) wanted;
    if (declared.type().equals(KnownTypes.LIST)) {
      return new Value(list, wanted);
    }
    CodeBlock witness =
        declared.arguments().isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of("<$T>", Types.name(declared.arguments().get(0).upperBound()));
    return new Value(
        CodeBlock.of("$T.$LcopyOf($L)", Types.name(declared.type()), witness, list), wanted);
  }

  /** Returns a call that may complete later as its result. */
  static CodeBlock joined(String label, Delivery delivery, CodeBlock call) {
    return delivery == Delivery.STAGE
        ? CodeBlock.of("$T.join($S,$W$L)", Types.ASYNC, label, call)
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
            "$T.$L($S,$W$L)",
            Types.STREAMS,
            nullable ? "listOfNullables" : "list",
            node.label(),
            call);
      }
    };
  }

  /** Returns the call of a method; of an instance method, the first argument is the receiver. */
  static CodeBlock method(MethodRef method, List<Value> arguments) {
    CodeBlock witnesses = witnesses(method);
    if (method.isStatic()) {
      return CodeBlock.of(
          "$T.$L$N($L)", Types.name(method.owner()), witnesses, method.name(), listed(arguments));
    }
    return CodeBlock.of(
        "$L.$L$N($L)",
        arguments.get(0).receiver(),
        witnesses,
        method.name(),
        listed(arguments.subList(1, arguments.size())));
  }

  /** Returns values as a call takes them. */
  static CodeBlock listed(List<Value> values) {
    return values.stream().map(Value::expression).collect(CodeBlock.joining(",$W"));
  }

  /** Returns a step's value, checked where it must not be null. */
  static CodeBlock checked(Step step, String place, CodeBlock value) {
    boolean isOwned = step instanceof Step.Call call && isResource(call);
    return step.type().isReference() && !step.isNullable() && !isOwned
        ? CodeBlock.of("$T.notNull($S,$W$L)", Types.PROBE, place, value)
        : value;
  }

  /** Returns whether a node returns a resource of what it produces. */
  static boolean isResource(Step.Call call) {
    return call.node().traits().delivery() == Delivery.RESOURCE;
  }

  /** Returns what a resource opens that a node returned, and whose it is then. */
  static CodeBlock owned(CodeBlock leases, String place, CodeBlock resource, CodeBlock keep) {
    return CodeBlock.of(
        "$L.own($T.notNull($S,$W$L),$W$S,$W$L)", leases, Types.PROBE, place, resource, place, keep);
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
  static Value cast(Value value, TypeRef wanted) {
    return value.type().equals(wanted)
        ? value
        : new Value(CodeBlock.of("($T) $L", Types.name(wanted), value.expression()), wanted, true);
  }

  /** Returns whether a choice takes a variant, by the value that chooses. */
  static CodeBlock chooses(Step.Choice choice, int variant, CodeBlock selector) {
    var chosen = choice.member().variants().get(variant);
    TypeRef all = choice.member().selectorType().plain();
    CodeBlock widened =
        choice.selector().given().boxed().equals(all)
            ? selector
            : CodeBlock.of("(($T) $L)", Types.name(all), selector);
    return chosen.constant().isPresent()
        ? CodeBlock.of("$L == $T.$N", widened, Types.name(chosen.type()), chosen.constant().get())
        : CodeBlock.of("$L instanceof $T", widened, Types.name(chosen.type()));
  }
}
