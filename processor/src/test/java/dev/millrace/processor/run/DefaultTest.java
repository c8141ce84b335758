package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that have a value where they are left out. */
final class DefaultTest {
  private static final Program DEFAULTS = Program.of("defaults");

  @ParameterizedTest
  @EnumSource
  void numbersMayBeNegativeAndOfAnyKind(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "-5 -32768 -2147483648 -9223372036854775808 7", DEFAULTS.run(compiler, "Scenarios.whole"));
    assertEquals("0.1 -0.001 0.5", DEFAULTS.run(compiler, "Scenarios.broken"));
  }

  @ParameterizedTest
  @EnumSource
  void charactersAndTextsComeAsTheyAreWritten(CompilerUnderTest compiler) throws Exception {
    assertEquals("'\\\n\r\u05D0\0 ", DEFAULTS.run(compiler, "Scenarios.letters"));
    assertEquals(
        List.of(
            "",
            "say \"hi\" \\ */ {@code }}} $L @x",
            "one\ntwo\ttab\u2028three\u2029\u0085",
            "\u05E9\u05DC\u05D5\u05DD \uD83D\uDE42 \\u000a"),
        DEFAULTS.run(compiler, "Scenarios.texts"));
  }

  @ParameterizedTest
  @EnumSource
  void anEnumsConstantMayHaveABody(CompilerUnderTest compiler) throws Exception {
    assertEquals("exactly true", DEFAULTS.run(compiler, "Scenarios.modes"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSetCounts(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "FAST false 2 -32768 1 -9223372036854775808 7 3.0 -0.001 0.5",
        DEFAULTS.run(compiler, "Scenarios.set"));
  }

  @ParameterizedTest
  @EnumSource
  void otherReadersReadTheSame(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "-2147483648 Optional[7] -5 -2147483648, 1 Optional[2] 3 1",
        DEFAULTS.run(compiler, "Scenarios.readByOthers"));
  }

  @ParameterizedTest
  @EnumSource
  void nestedUsesHaveTheDefaultsOfWhatIsInside(CompilerUnderTest compiler) throws Exception {
    assertEquals("[3, 6] [4, 8] 15 70", DEFAULTS.run(compiler, "Scenarios.nested"));
  }

  @ParameterizedTest
  @EnumSource
  void aDefaultIsNoStageAndIsRead(CompilerUnderTest compiler) throws Exception {
    assertEquals("exactly true", DEFAULTS.run(compiler, "Scenarios.neverStages"));
    assertEquals("EXACT 3 FAST", DEFAULTS.run(compiler, "Scenarios.accessors"));
  }
}
