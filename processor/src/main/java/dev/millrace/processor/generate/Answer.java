package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.plan.Step;

/**
 * What {@code execute} returns: all outputs, as an object; or, where there is but one and nothing
 * is cut into segments, its value, so that a run makes no object of its own.
 */
sealed interface Answer {
  /** Returns the answer of a pipeline's runs. */
  static Answer of(Scope scope, boolean segmented) {
    return segmented || scope.plan.outputs().size() != 1
        ? new Outputs(scope)
        : new Value(scope, scope.plan.outputs().get(0));
  }

  /** Returns its type. */
  TypeName type();

  /** Returns the name for a variable of it. */
  String name();

  /** Returns what it is at the beginning of a run. */
  CodeBlock initial();

  /** Returns the statement's part that takes an output into it. */
  CodeBlock take(CodeBlock answer, Step output, CodeBlock value);

  /** Returns whether a run may ask for this output, and for others not. */
  boolean isOneOfMany();

  /** Returns what a run says it wants, before the other arguments. */
  CodeBlock wanting(String constant);

  /** Returns all outputs, as users take them. */
  CodeBlock all(CodeBlock answer);

  /** Returns one output. */
  CodeBlock output(CodeBlock answer, Step output);

  /** All outputs. */
  record Outputs(Scope scope) implements Answer {
    @Override
    public TypeName type() {
      return scope.outputs();
    }

    @Override
    public String name() {
      return "outputs";
    }

    @Override
    public CodeBlock initial() {
      return CodeBlock.of("new $T()", scope.outputs());
    }

    @Override
    public CodeBlock take(CodeBlock answer, Step output, CodeBlock value) {
      return CodeBlock.of("$L.$N = $L", answer, output.name(), value);
    }

    @Override
    public boolean isOneOfMany() {
      return true;
    }

    @Override
    public CodeBlock wanting(String constant) {
      return CodeBlock.of("$N, ", constant);
    }

    @Override
    public CodeBlock all(CodeBlock answer) {
      return answer;
    }

    @Override
    public CodeBlock output(CodeBlock answer, Step output) {
      return CodeBlock.of("$L.$N", answer, output.name());
    }
  }

  /** The value of the only output. */
  record Value(Scope scope, Step only) implements Answer {
    @Override
    public TypeName type() {
      return Types.name(only.type(), only.isNullable());
    }

    @Override
    public String name() {
      return "result";
    }

    @Override
    public CodeBlock initial() {
      return only.type().isReference()
          ? CodeBlock.of("$T.none()", Types.SLOTS)
          : CodeBlock.of("$L", BodyStatements.zero(only.type()));
    }

    @Override
    public CodeBlock take(CodeBlock answer, Step output, CodeBlock value) {
      return CodeBlock.of("$L = $L", answer, value);
    }

    @Override
    public boolean isOneOfMany() {
      return false;
    }

    @Override
    public CodeBlock wanting(String constant) {
      return CodeBlock.of("");
    }

    @Override
    public CodeBlock all(CodeBlock answer) {
      return CodeBlock.of("new $T($L)", scope.outputs(), answer);
    }

    @Override
    public CodeBlock output(CodeBlock answer, Step output) {
      return answer;
    }
  }
}
