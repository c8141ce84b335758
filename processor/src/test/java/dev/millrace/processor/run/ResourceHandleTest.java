package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The handles of resources, and nodes of what has none. */
final class ResourceHandleTest {
  private static final Program RESOURCES = Program.of("resources");

  @ParameterizedTest
  @EnumSource
  void aHandleOpensNothingByItself(CompilerUnderTest compiler) throws Exception {
    String said = (String) RESOURCES.run(compiler, "Scenarios.opensNothingByItself");
    assertEquals("Model(a.onnx, [1, 2]) # false 0", said.replaceFirst(" -?\\d+ ", " # "));
  }

  @ParameterizedTest
  @EnumSource
  void openCallsTheConstructor(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "a.onnx[1, 2] b.onnx[] 2",
        RESOURCES.run(compiler, "Scenarios.opensWhatTheConstructorMakes"));
  }

  @ParameterizedTest
  @EnumSource
  void openDeclaresWhatTheConstructorDoes(CompilerUnderTest compiler) throws Exception {
    assertEquals("no file", RESOURCES.run(compiler, "Scenarios.throwsWhatTheConstructorThrows"));
  }

  @ParameterizedTest
  @EnumSource
  void equalArgumentsMakeEqualHandles(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "true true false false", RESOURCES.run(compiler, "Scenarios.equalArgumentsAreEqual"));
  }

  @ParameterizedTest
  @EnumSource
  void noArrayIsSharedWithAnybody(CompilerUnderTest compiler) throws Exception {
    assertEquals("a.onnx[1, 2] true", RESOURCES.run(compiler, "Scenarios.arraysAreCopied"));
  }

  @ParameterizedTest
  @EnumSource
  void nullIsRefusedWhereItIsGiven(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "NullArgumentException: the handle of Model was given null for \"weights\"; give a value,"
            + " or annotate the parameter with @Nullable where null is one",
        RESOURCES.run(compiler, "Scenarios.nullIsRefused"));
  }

  @ParameterizedTest
  @EnumSource
  void whatStatefulSaysIsInTheHandle(CompilerUnderTest compiler) throws Exception {
    assertEquals("false 0 cpu, true 2 .", RESOURCES.run(compiler, "Scenarios.saysHowItIsOpened"));
  }

  @ParameterizedTest
  @EnumSource
  void resourcesAreGivenToTheConstructorAsTheyAre(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "polite inner m[]", RESOURCES.run(compiler, "Scenarios.resourcesAreGivenAsTheyAre"));
  }

  @ParameterizedTest
  @EnumSource
  void instanceMethodsOfAnAbstractResourceAreNodes(CompilerUnderTest compiler) throws Exception {
    assertEquals("HELLO YOU 90", RESOURCES.run(compiler, "Scenarios.abstractTypesHaveNodes"));
  }

  @ParameterizedTest
  @EnumSource
  void instanceMethodsOfAnAbstractResourceAreTwins(CompilerUnderTest compiler) throws Exception {
    assertEquals(List.of(11, 21), RESOURCES.run(compiler, "Scenarios.abstractTypesHaveTwins"));
  }
}
