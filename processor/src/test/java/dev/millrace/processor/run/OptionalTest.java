package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be missing, and who may read it. */
final class OptionalTest {
  private static final Program OPTIONALS = Program.of("optionals");

  @ParameterizedTest
  @EnumSource
  void aNullableResultIsReadAsNullableOrOptional(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "t null nullable null Optional[t]Optional.emptyOptional[1]",
        OPTIONALS.run(compiler, "Scenarios.nullable"));
  }

  @ParameterizedTest
  @EnumSource
  void anOptionalResultIsReadAsOptionalOrNullable(CompilerUnderTest compiler) throws Exception {
    assertEquals("Optional[4]Optional.emptynull44", OPTIONALS.run(compiler, "Scenarios.optional"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAlwaysThereIsReadAsIfItMightNotBe(CompilerUnderTest compiler) throws Exception {
    assertEquals("Optional[1] 1", OPTIONALS.run(compiler, "Scenarios.always"));
  }

  @ParameterizedTest
  @EnumSource
  void anInputIsRequiredWhereOneReaderNeedsIt(CompilerUnderTest compiler) throws Exception {
    assertEquals("3 Optional[3]", OPTIONALS.run(compiler, "Scenarios.requiredWhereOneNeedsIt"));
    assertThrows(MissingInputException.class, () -> OPTIONALS.run(compiler, "Scenarios.missing"));
  }

  @ParameterizedTest
  @EnumSource
  void anInputThatIsReadOnlyAsOptionalMayBeLeftOut(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "Optional.empty null, Optional[1] n, Optional.empty null",
        OPTIONALS.run(compiler, "Scenarios.leftOut"));
    assertEquals("Optional.emptyOptional[[k]]", OPTIONALS.run(compiler, "Scenarios.generic"));
    assertEquals("null 4 null", OPTIONALS.run(compiler, "Scenarios.accessors"));
    assertEquals(
        List.of("Optional.empty null", "Optional[2] 2", "Optional.empty"),
        OPTIONALS.run(compiler, "Scenarios.notStages"));
  }

  @ParameterizedTest
  @EnumSource
  void aGivenNullIsNotComputed(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "nullable null Optional.empty null []", OPTIONALS.run(compiler, "Scenarios.givenNull"));
    assertEquals("null1", OPTIONALS.run(compiler, "Scenarios.givenOptional"));
  }

  @ParameterizedTest
  @EnumSource
  void nullElementsAreMappedWhereTheListSaysSo(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[2, -1, 1] [null, null, x] [Optional[aa!], Optional.empty, Optional[x!]] [aa!, null, x!] [5, 2, 4] [twin 3, twin 3, twin 3, twin 3, twin 3]",
        OPTIONALS.run(compiler, "Scenarios.mapped"));
    assertEquals(List.of(-1, 1), OPTIONALS.run(compiler, "Scenarios.nullsInAList"));
    assertEquals(List.of(1, 2), OPTIONALS.run(compiler, "Scenarios.givenForEach"));
  }

  @ParameterizedTest
  @EnumSource
  void aNestedUseTakesAndGivesNull(CompilerUnderTest compiler) throws Exception {
    assertEquals("a/null/-1", OPTIONALS.run(compiler, "Scenarios.once"));
  }

  @ParameterizedTest
  @EnumSource
  void aNullThatNobodyAnnouncedIsNamed(CompilerUnderTest compiler) {
    assertEquals(
        "the node \"careless\" returned null; declare the result @Nullable, or return a value",
        assertThrows(
                NullResultException.class, () -> OPTIONALS.run(compiler, "Scenarios.aNullOptional"))
            .getMessage());
    assertEquals(
        "the node \"looseOne.loose\" returned null; declare the result @Nullable, or return a"
            + " value",
        assertThrows(
                NullResultException.class,
                () -> OPTIONALS.run(compiler, "Scenarios.aNullOptionalInAUse"))
            .getMessage());
    assertEquals(
        "\"strict\" is null for item 1; declare it @Nullable, or give it a value",
        assertThrows(
                NullResultException.class, () -> OPTIONALS.run(compiler, "Scenarios.aNullResult"))
            .getMessage());
  }
}
