package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not happen at once, or not in another order, and futures that do not comply. */
@Timeout(120)
final class AloneTest {
  private static final Program STREAMING = Program.of("streaming");

  private static void check(CompilerUnderTest compiler, String scenario, Object expected)
      throws Exception {
    assertEquals(expected, STREAMING.run(compiler, "AloneScenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeasedIsForOneCallAtATime(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aWorkerIsForOneCallAtATime", "true, shared by two 0, open 0");
  }

  @ParameterizedTest
  @EnumSource
  void effectsKeepTheirOrder(CompilerUnderTest compiler) throws Exception {
    check(compiler, "effectsKeepTheirOrder", "[0] [first, second, third]");
  }

  @ParameterizedTest
  @EnumSource
  void whatRefusesToBeCancelledHoldsNobodyUp(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatRefusesToBeCancelledHoldsNobodyUp", "20 0 late ".repeat(4));
  }
}
