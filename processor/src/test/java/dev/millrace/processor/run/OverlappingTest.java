package dev.millrace.processor.run;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asynchronous nodes of one run are under way beside each other. */
@Timeout(120)
final class OverlappingTest {
  private static final Program TRIPS = Program.ofGolden("overlapping", "overlap");

  @ParameterizedTest
  @EnumSource
  void theSecondIsStartedBeforeTheFirstIsWaitedFor(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "inn, centre of Bern: sun tomorrow [weather, address, hotel, forecast]",
        TRIPS.run(compiler, "Scenarios.twoOverlap"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsNeededIsStarted(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "inn, centre of Bern: rain tomorrow [address, hotel, forecast]",
        TRIPS.run(compiler, "Scenarios.oneIsGiven"));
    assertEquals(
        "inn, centre of Bern [address, hotel]",
        TRIPS.run(compiler, "Scenarios.oneIsAskedForAlone"));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasStartedIsCancelledWhereTheRunFails(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "no way to Bern, true", TRIPS.run(compiler, "Scenarios.aFailureCancelsWhatWasStarted"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsStartedIsTriedAgain(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "ferry to Bern [ferry, ferry, ferry]", TRIPS.run(compiler, "Scenarios.triedAgain"));
  }

  @ParameterizedTest
  @EnumSource
  void resourcesLastUntilWhatReadsThemHasEnded(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of("Ann leads", "nobody in Bern", "closed", "Ann leaves"),
        TRIPS.run(compiler, "Scenarios.whatOutlastsItsRunKeepsItsResource"));
  }

  @ParameterizedTest
  @EnumSource
  void soItIsInsideNestedUses(CompilerUnderTest compiler) throws Exception {
    assertEquals("room in Bern for 4", TRIPS.run(compiler, "Scenarios.insideAUse"));
    assertEquals(
        List.of("Ann, a room in Bern for 4", "Bo, a room in Bern for 4"),
        TRIPS.run(compiler, "Scenarios.inWhatAMapComputesOnce"));
  }

  @ParameterizedTest
  @EnumSource
  void manyRunsThatHaveItInCommonStartItOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[inn, centre of Bern: fog, inn, centre of Bern: sun] [address, hotel]",
        TRIPS.run(compiler, "Scenarios.manyRunsComputeItOnce"));
  }

  @ParameterizedTest
  @EnumSource
  void aListenerIsToldWhenItStartsAndWhenItIsThere(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "weather?",
            "address?",
            "address!",
            "hotel?",
            "weather!",
            "forecast?",
            "forecast!",
            "hotel!",
            "trip?",
            "trip!",
            "stay?",
            "stay.room?",
            "stay.price?",
            "stay.room!",
            "stay.price!",
            "stay.offer?",
            "stay.offer!",
            "stay!"),
        TRIPS.run(compiler, "Scenarios.aListenerIsToldInOrder"));
  }

  /** A pipeline of so many steps is cut into segments: what is started is in the frame. */
  @ParameterizedTest
  @EnumSource
  void segmentsShareWhatTheRunHasStarted(CompilerUnderTest compiler) throws Exception {
    int nodes = 100;
    String source =
        IntStream.range(1, nodes)
            .mapToObj(
                i ->
                    i % 3 == 0
                        ? "@Node static CompletionStage<Integer> %s(int %s, int first) { return CompletableFuture.completedStage(%s + first); }"
                            .formatted(name(i), name(i - 1), name(i - 1))
                        : "@Node static int %s(int %s) { return %s + 1; }"
                            .formatted(name(i), name(i - 1), name(i - 1)))
            .collect(joining("\n"));
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.concurrent.*;
                @Pipeline
                interface P {
                  @Node static int first(int given) { return given; }
                  @Node static CompletionStage<Integer> %s(int given) { return CompletableFuture.completedStage(given); }
                  %s
                  static Object main() {
                    return PPipeline.builder().build().run(PPipeline.inputs().given(1)).%s();
                  }
                }
                """
                    .formatted(name(0), source, name(nodes - 1)))
            .succeed();
    assertEquals(nodes, built.call("t.P", "main"));
  }

  /** No two names are near each other. */
  private static String name(int i) {
    return "node" + String.valueOf(i).replaceAll(".", "$0$0$0");
  }
}
