package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generic nodes, run: each use with types of its own. */
final class GenericTest {
  private static final Program GENERIC = Program.of("generic");

  @ParameterizedTest
  @EnumSource
  void aVariableIsWhatIsReadAndWhatReadsItKnows(CompilerUnderTest compiler) throws Exception {
    assertEquals("[river, old] river 7", GENERIC.run(compiler, "Scenarios.alone"));
  }

  @ParameterizedTest
  @EnumSource
  void aReceiverSaysWhatItsClassIsOf(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "an {22=[an, old, mill, by, a, river]}", GENERIC.run(compiler, "Scenarios.instance"));
  }

  @ParameterizedTest
  @EnumSource
  void oneClassServesUsesOfDifferentTypesEachWithItsTwin(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        "[[river, river], [old, old]] [[7, 7], [8, 8]] [many 2, many of 22, many 2, many of 22]",
        GENERIC.run(compiler, "Scenarios.twoUses"));
  }

  @ParameterizedTest
  @EnumSource
  void aMapInAMapFixesWhatItsInnermostNodesRead(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[[1, 1], [2, 2]], [], [[3, 3]]]", GENERIC.run(compiler, "Scenarios.mapInMap").toString());
  }

  @ParameterizedTest
  @EnumSource
  void whatAGenericNodeGivesCanBeGiven(CompilerUnderTest compiler) throws Exception {
    assertEquals("given", GENERIC.run(compiler, "Scenarios.inputsAreConcrete"));
  }

  @ParameterizedTest
  @EnumSource
  void whereATwinFailsItsNodeIsRunForEach(CompilerUnderTest compiler) throws Exception {
    assertEquals("cannot read bad [one a, one worse]", GENERIC.run(compiler, "Scenarios.poison"));
  }
}
