package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.NullResultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that nodes return, kept as lists, and streams that they read. */
final class StreamTest {
  private static final Program STREAMS = Program.of("streams");

  @ParameterizedTest
  @EnumSource
  void aStreamIsKeptAsAListThatCannotBeChanged(CompilerUnderTest compiler) throws Exception {
    assertEquals("[a, b] [words, closed]", STREAMS.run(compiler, "Scenarios.keptAsAList"));
    assertEquals("unmodifiable", STREAMS.run(compiler, "Scenarios.unmodifiable"));
  }

  @ParameterizedTest
  @EnumSource
  void manyReadWhatWasOneStream(CompilerUnderTest compiler) throws Exception {
    assertEquals("a+bb 2 3", STREAMS.run(compiler, "Scenarios.readTwice"));
    assertEquals("[a=[1], bb=[2]]", STREAMS.run(compiler, "Scenarios.wildcards"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReadAsAStreamIsGivenAsAList(CompilerUnderTest compiler) throws Exception {
    assertEquals(3, STREAMS.run(compiler, "Scenarios.anInput"));
    assertEquals("x+y", STREAMS.run(compiler, "Scenarios.aGivenIntermediate"));
  }

  @ParameterizedTest
  @EnumSource
  void aNullElementIsNamedUnlessItIsAValue(CompilerUnderTest compiler) throws Exception {
    assertEquals("[a, null][a, null]", STREAMS.run(compiler, "Scenarios.nulls"));
    assertEquals(
        "\"broken\" is null for item 0; declare it @Nullable, or give it a value",
        assertThrows(
                NullResultException.class, () -> STREAMS.run(compiler, "Scenarios.aNullElement"))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatFailsWhileItIsReadIsClosed(CompilerUnderTest compiler) throws Exception {
    assertEquals("while it is read [closed]", STREAMS.run(compiler, "Scenarios.failing"));
  }

  @ParameterizedTest
  @EnumSource
  void nestedUsesReadAndGiveStreams(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[a-b, c] [a, b, c] [words, closed, closed ab, closed c, words, closed, closed ab, closed c]",
        STREAMS.run(compiler, "Scenarios.mapped"));
    assertEquals("x-y-z", STREAMS.run(compiler, "Scenarios.once"));
  }

  @ParameterizedTest
  @EnumSource
  void itsTwinGivesLists(CompilerUnderTest compiler) throws Exception {
    assertEquals("[2, 3, 2, 2] [twin 2]", STREAMS.run(compiler, "Scenarios.twinned"));
  }
}
