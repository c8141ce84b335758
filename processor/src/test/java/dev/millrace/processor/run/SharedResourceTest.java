package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resources that runs share: when they are opened, how often, and who closes them. */
final class SharedResourceTest {
  private static final Program OPENING = Program.of("opening");

  private static void check(CompilerUnderTest compiler, String scenario, String expected)
      throws Exception {
    assertEquals(expected, OPENING.run(compiler, "Sharing." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsOpenedBeforeItsFirstUse(CompilerUnderTest compiler) throws Exception {
    check(compiler, "nothingIsOpenedBeforeFirstUse", "4 [] / a:four open a");
    check(compiler, "whatIsGivenInsteadOpensNothing", "open b, close b");
  }

  @ParameterizedTest
  @EnumSource
  void equalHandlesAreOneInstanceInAllInputsRunsAndThreads(CompilerUnderTest compiler)
      throws Exception {
    check(compiler, "equalHandlesAreOneInstance", "open a, close a");
  }

  @ParameterizedTest
  @EnumSource
  void theLastOpenedIsClosedFirst(CompilerUnderTest compiler) throws Exception {
    check(compiler, "closedInReverse", "open a, open b, open c, close c, close b, close a");
  }

  @ParameterizedTest
  @EnumSource
  void aLiveObjectStaysTheCallers(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aLiveObjectStaysTheCallers",
        "open mine, mine:mine:t true true, pipeline closed, close mine");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyNeverOpensTheResource(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aKeyOpensNothing", "2 second true ");
  }

  @ParameterizedTest
  @EnumSource
  void nestedUsesOpenWhatTheyReadAtItsFirstUse(CompilerUnderTest compiler) throws Exception {
    check(compiler, "nestedUsesOpenThemselves", "[Ok[value=], Ok[value=]] [a:x|a:y, a:z] open a");
  }

  @ParameterizedTest
  @EnumSource
  void anInputIsTheMostSpecificOfWhatItIsReadAs(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatIsListedIsNarrowerOutside", "abc:t 3 open abc");
  }

  @ParameterizedTest
  @EnumSource
  void elementsOfAListArePlainObjects(CompilerUnderTest compiler) throws Exception {
    check(compiler, "elementsOfAListArePlainObjects", "[a:x, b-y] open a");
  }

  @ParameterizedTest
  @EnumSource
  void aFailedItemShowsNoResource(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aFailedItemShowsNoResource",
        "[a:x, a:y] {text=bad} 1 IllegalArgumentException: bad text");
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeOpenedEndsTheRun(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whatCannotBeOpenedEndsTheRun",
        "ResourceOpenException: could not open \"encoder\", Onnx(broken): java.io.IOException: no"
            + " such file 1 open broken, open broken, open broken");
  }

  @ParameterizedTest
  @EnumSource
  void closingDuringARunClosesNothingUnderACall(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "closedDuringARun",
        "PipelineClosedException: Plain is closed; build another one, or close it after its last run / close returned, close encoder");
  }

  @ParameterizedTest
  @EnumSource
  void aClosedPipelineRunsNoMore(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aClosedPipelineRunsNoMore",
        "PipelineClosedException: Plain is closed; build another one, or close it after its last run");
  }

  @ParameterizedTest
  @EnumSource
  void receiversOfNodesAreResourcesAlsoWithTwins(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "receiversAreResources",
        "[] [ex, ey] [X, Y] W IllegalArgumentException: bad word / open e, twin 2, open upper,"
            + " spell 2, twin 2, close e");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotChosenIsNotOpened(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whatIsNotChosenIsNotOpened",
        "far:t open far / [far:t]open far / [far:t, near:t] open far, open near");
  }

  @ParameterizedTest
  @EnumSource
  void anotherAttemptOpensNothingAgain(CompilerUnderTest compiler) throws Exception {
    check(compiler, "anAttemptOpensNothingAgain", "a:t a:t [a:x] open a, try, try, try, try");
  }

  @ParameterizedTest
  @EnumSource
  void whatMayBeNullOrOptionalMayBeLeftOut(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whatMayBeLeftOut",
        "none none [none] [none] true null a:t a:t [a:x] [a:x] live t live t [live x] [live x]"
            + " open a");
  }
}
