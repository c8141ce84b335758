package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.List;
import java.util.function.Function;

/** Writes that a call has permits of the devices that it occupies, for as long as it takes. */
final class DeviceStatements {
  private DeviceStatements() {}

  /**
   * Returns the resources that a step's call reads, which may occupy devices; none for a step that
   * calls nothing by itself.
   */
  static List<CodeBlock> held(Step step, Function<Argument, Calls.Value> values) {
    return KernelScope.opened(step).stream()
        .map(argument -> values.apply(argument).expression())
        .toList();
  }

  /** Returns resources as one argument. */
  static CodeBlock array(List<CodeBlock> held) {
    return CodeBlock.of("new $T<?>[] {$L}", Types.HELD, CodeBlock.join(held, ", "));
  }

  /** Returns the statement that begins a call, as a variable. */
  static CodeBlock begin(String variable, List<CodeBlock> held) {
    return CodeBlock.of(
        "$T $N = $T.begin($L)",
        Types.DEVICE_CALL,
        variable,
        Types.DEVICE_CALL,
        CodeBlock.join(held, ",$W"));
  }

  /** Returns statements with a call begun before and ended after them; as they are without one. */
  static CodeBlock around(String variable, List<CodeBlock> held, CodeBlock statements) {
    return held.isEmpty()
        ? statements
        : CodeBlock.builder()
            .addStatement(begin(variable, held))
            .beginControlFlow("try")
            .add(statements)
            .nextControlFlow("finally")
            .addStatement("$N.end()", variable)
            .endControlFlow()
            .build();
  }

  /** Returns a call that was started, which then has the permits; as it is without any. */
  static CodeBlock until(String variable, List<CodeBlock> held, CodeBlock started) {
    return held.isEmpty() ? started : CodeBlock.of("$N.until($L)", variable, started);
  }
}
