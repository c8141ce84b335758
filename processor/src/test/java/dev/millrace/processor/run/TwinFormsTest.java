package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twins in all their forms, by the calls that they get. */
final class TwinFormsTest {
  private static final Program TWINS = Program.of("twins");

  private static void check(CompilerUnderTest compiler, String scenario, String... told)
      throws Exception {
    assertEquals(List.of(told), TWINS.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void aTwinOfAnotherNameStandsIn(CompilerUnderTest compiler) throws Exception {
    check(compiler, "otherName", "[200, 0, 100]", "sums [[1, 2], [], [3]]");
  }

  @ParameterizedTest
  @EnumSource
  void batchesAreFilledByWeightAndOrderIsKept(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "weighed",
        "[4, 1, 11, 3, 2, 0]",
        "batch [a, bbb, cc, ]",
        "batch [four]",
        "batch [muchtoolong]");
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheBatchThatFailedIsRunOneByOne(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "weighedPoison",
        "[4, 1, someWeights.weighed 2 {text=bad}, 2]",
        "batch [a, bad, cc]",
        "weighed a",
        "weighed cc",
        "batch [four]");
  }

  @ParameterizedTest
  @EnumSource
  void withoutAWeigherItemsAreCounted(CompilerUnderTest compiler) throws Exception {
    check(compiler, "counted", "[a!, b!, c!]", "pairs [a!, b!]", "pairs [c!]");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWeighedMayBeTheSameForAll(CompilerUnderTest compiler) throws Exception {
    check(compiler, "sameWeight", "[ab1, ab2, ab3]", "pairs [ab1, ab2]", "pairs [ab3]");
  }

  @ParameterizedTest
  @EnumSource
  void eitherFormMayBeAsynchronous(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "later",
        "[3, laters.later 1 {text=bad}, 5]",
        "later [one, bad, three]",
        "one one",
        "one three");
    check(compiler, "sooner", "[1, 2]", "sooner [a, bb]");
    check(compiler, "bothLater", "[1, 2]");
  }

  @ParameterizedTest
  @EnumSource
  void listsMayBeBlocks(CompilerUnderTest compiler) throws Exception {
    check(compiler, "blocks", "[A, B]", "block [a, b]");
    check(compiler, "ints", "[2, 4, 6]", "ints [1, 2, 3]");
    check(compiler, "numbers", "[101.5, 102.25]", "numbers 2");
  }

  @ParameterizedTest
  @EnumSource
  void aTwinIsTriedAgainAsItsNodeIs(CompilerUnderTest compiler) throws Exception {
    check(compiler, "triedAgain", "[1, 2]", "tried [1, 2]", "tried [1, 2]");
  }

  @ParameterizedTest
  @EnumSource
  void nullIsAValueWhereBothFormsSaySo(CompilerUnderTest compiler) throws Exception {
    check(compiler, "nulls", "[a, none, null]", "kept [a, null, ]");
  }

  @ParameterizedTest
  @EnumSource
  void ofWhatMustNotBeDoneTwiceTheWholeBatchFails(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "impure",
        "[4, receipts.sent 1 {text=a}, receipts.sent 2 {text=bad}, receipts.sent 3 {text=cc}]",
        "sent [a, bad, cc]",
        "sent [four]");
  }

  @ParameterizedTest
  @EnumSource
  void theTwinOfAnInstanceIsCalledOnIt(CompilerUnderTest compiler) throws Exception {
    check(compiler, "instance", "[hello a, hello b]", "greeted [a, b]");
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatHasOnlyATwinIsCalledWithOneItem(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aloneOnce", "<40>", "length [four]", "scaled [4]", "shown [40]", "shown [40]");
    check(
        compiler,
        "aloneNestedOnce",
        "<8>",
        "length [four]",
        "scaled [4]",
        "shown [8]",
        "shown [8]");
  }

  @ParameterizedTest
  @EnumSource
  void mappedItIsCalledWithAll(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aloneForEach",
        "[<30>, <40>, <10>]",
        "length [one, a]",
        "length [four]",
        "scaled [3, 4, 1]",
        "shown [30, 40, 10]",
        "shown [30, 40, 10]");
  }

  @ParameterizedTest
  @EnumSource
  void whereABatchFailsItIsCalledForEach(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "alonePoison",
        "[3, some.length 1 {text=bad}, 1]",
        "length [one, a]",
        "length [bad]",
        "length [bad]");
  }

  @ParameterizedTest
  @EnumSource
  void itsItemsMayBeNull(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aloneWithNull", "[Ann, nobody, null] nobody");
  }

  @ParameterizedTest
  @EnumSource
  void whereItCannotStandInItIsCalledForEach(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aloneWithObstacle", "[a1, bb2]", "placed [a]", "placed [bb]");
  }

  @ParameterizedTest
  @EnumSource
  void noOverloadIsChosenByAccident(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aloneBesideOverloads", "[one of many a, one of many [b]] one of many [c]");
  }

  @ParameterizedTest
  @EnumSource
  void itMayBeAnInstances(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aloneOfAnInstance", "1 a [2 b, 2 c]");
  }

  @ParameterizedTest
  @EnumSource
  void calledWithOneItemItReturnsOneResult(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aloneOfTheWrongSize",
        "the @Batch twin of \"none\" was given 1 items and returned 0 results; it must return one"
            + " for each, in their order");
  }
}
