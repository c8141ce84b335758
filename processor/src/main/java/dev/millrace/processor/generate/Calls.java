package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes calls. Every argument has exactly its parameter's type, by a cast where the value's own is
 * another, so that overload resolution can choose nothing but the method that was planned.
 */
final class Calls {
  private Calls() {}

  /** A value's expression, and the type that it has as it stands. */
  record Value(CodeBlock expression, TypeRef type) {}

  /** Returns the call of a node. */
  static CodeBlock node(Step.Call call, Function<Argument, Value> values) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      arguments.add(cast(values.apply(argument), argument.wanted()));
    }
    return method(call.node().method(), arguments);
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
}
