package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM's flight recorder is told. */
@Timeout(120)
final class FlightRecordingTest {
  private static final List<String> EVENTS = List.of("Run", "Map", "Batch", "Stall", "NodeFailure");
  private static final StagedMap.Poison POISON =
      new StagedMap.Poison(Set.of(2), Set.of(), Set.of(9));
  private static final Setup STREAMED = Setup.DEFAULT.engine(Engine.STREAMED).chunkRows(4).lanes(2);

  @TempDir private Path folder;

  private static List<Integer> numbers() {
    return IntStream.range(0, 40).boxed().toList();
  }

  /** Returns what is recorded meanwhile. */
  private List<RecordedEvent> recorded(Runnable work) throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      EVENTS.forEach(
          event -> recording.enable("dev.millrace." + event).withThreshold(Duration.ZERO));
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.millrace."))
        .toList();
  }

  private static List<String> lines(List<RecordedEvent> events, String name, String... fields) {
    List<String> lines = new ArrayList<>();
    for (RecordedEvent event : events) {
      if (event.getEventType().getName().equals("dev.millrace." + name)) {
        List<String> line = new ArrayList<>();
        for (String field : fields) {
          Object value = event.getValue(field);
          line.add(value instanceof RecordedClass type ? type.getName() : String.valueOf(value));
        }
        assertFalse(event.getDuration().isNegative());
        lines.add(String.join(" ", line));
      }
    }
    return lines;
  }

  private static void assertRecorded(List<RecordedEvent> events) {
    assertEquals(List.of("Staged null"), lines(events, "Run", "pipeline", "failure"));
    assertEquals(
        List.of("Staged sums 40 2 null"),
        lines(events, "Map", "pipeline", "map", "items", "failed", "failure"));
    assertEquals(
        List.of("sums.twice 3 null", "sums.twice 4 null"),
        lines(events, "Batch", "node", "size", "failure").stream().distinct().sorted().toList());
    assertEquals(10, lines(events, "Batch").size());
    String poison = IllegalStateException.class.getName();
    assertEquals(
        List.of("sums.asked 9 " + poison, "sums.half 2 " + poison),
        lines(events, "NodeFailure", "node", "item", "failure").stream().sorted().toList());
    Set<String> stalls = new TreeSet<>(lines(events, "Stall", "map", "stage", "kind", "lack"));
    assertTrue(
        Set.of(
                "sums 0 FEED space",
                "sums 1 COMPUTE input",
                "sums 2 DEVICE input",
                "sums 3 START input",
                "sums 4 JOIN input")
            .containsAll(stalls),
        stalls.toString());
    assertFalse(stalls.isEmpty());
  }

  private static void run() {
    StagedMap.run(numbers(), POISON, STREAMED, null);
  }

  @Test
  void runsAreRecordedWhileThereIsARecordingAndAgainInTheNext() throws IOException {
    run();
    assertRecorded(recorded(FlightRecordingTest::run));
    run();
    assertEquals(List.of(), recorded(() -> {}), "of what was between them");
    assertRecorded(recorded(FlightRecordingTest::run));
  }

  @Test
  void withoutARecordingNothingIsToldOfARunEvenAfterThereWasOne() throws IOException {
    recorded(FlightRecordingTest::run);
    Execution execution = new Execution("P", Setup.DEFAULT);
    Probe probe = execution.start(Memo.NONE);
    assertEquals(execution.quiet(), probe);
    Rows rows = Rows.all(0, 3);
    MapWatch watch = new MapWatch(probe, new Faults(Execution.NONE, "map"));
    assertEquals(BatchCall.UNWATCHED, watch.batch("node", rows));
  }

  @Test
  void aRecordingThatBeginsDuringARunHasItsBatchesAndWhatFailsFromThenOn() throws IOException {
    Probe probe = new Execution("P", Setup.DEFAULT).start(Memo.NONE);
    List<RecordedEvent> events =
        recorded(() -> new StagedMap(probe, List.of(1, 2, 3), POISON).map());
    assertEquals(List.of(), lines(events, "Run"));
    assertEquals(List.of("sums"), lines(events, "Map", "map"));
    assertEquals(List.of("sums.twice 2"), lines(events, "Batch", "node", "size"));
    assertEquals(List.of("sums.half 1"), lines(events, "NodeFailure", "node", "item"));
  }

  @Test
  void failuresAreRecordedByTheirClasses() throws IOException {
    IOException failure = new IOException("secret");
    List<RecordedEvent> events =
        recorded(
            () -> {
              Probe probe = new Execution("P", Setup.DEFAULT).start(Memo.NONE);
              assertThrows(IOException.class, () -> probe.failed(failure));
              StagedMap.Poison poison = new StagedMap.Poison(Set.of(), Set.of(1), Set.of());
              try (Logs logs = new Logs()) {
                new StagedMap(probe, List.of(1), poison).map();
                assertEquals(1, logs.all().size());
              }
            });
    assertEquals(List.of("P java.io.IOException"), lines(events, "Run", "pipeline", "failure"));
    assertEquals(List.of("java.lang.IllegalStateException"), lines(events, "Batch", "failure"));
    assertEquals(List.of("sums.twice 0"), lines(events, "NodeFailure", "node", "item"));
  }

  @Test
  void stallsThatAreShortAreNotRecordedUnlessSomebodyAsksForThem() throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.millrace.Stall").withThreshold(Duration.ofDays(1));
      recording.start();
      run();
      recording.stop();
      recording.dump(file);
    }
    assertEquals(List.of(), lines(RecordingFile.readAllEvents(file), "Stall"));
  }

  @Test
  void aStreamOfEventsSeesARunWhileTheProgramGoesOn() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    ConcurrentLinkedQueue<String> maps = new ConcurrentLinkedQueue<>();
    try (RecordingStream stream = new RecordingStream()) {
      stream.disable("dev.millrace.Map");
      stream.onEvent("dev.millrace.Map", event -> maps.add("not enabled"));
      stream.onEvent("dev.millrace.Run", event -> seen.complete(event.getString("pipeline")));
      stream.startAsync();
      run();
      assertEquals("Staged", seen.get());
    }
    assertTrue(maps.isEmpty());
  }

  @Test
  void callsOfManyThreadsThatMeetAreOneBatch() throws Exception {
    Meeting meeting = Meeting.of("twice");
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Callable<Integer> busy =
        () -> {
          first.countDown();
          end.await();
          return 0;
        };
    List<RecordedEvent> events =
        recorded(
            () -> {
              try (Execution execution = new Execution("P", Setup.DEFAULT);
                  Execution served = execution.serve()) {
                List<Running<Integer>> calls = new ArrayList<>();
                calls.add(Running.start(() -> asked(meeting, served, 0, busy)));
                first.await();
                for (int i = 1; i <= 3; i++) {
                  int item = i;
                  calls.add(Running.start(() -> asked(meeting, served, item, () -> -1)).waits());
                }
                end.countDown();
                for (int i = 0; i <= 3; i++) {
                  assertEquals(2 * i, calls.get(i).join());
                }
              } catch (Exception thrown) {
                throw Rethrow.unchecked(thrown);
              }
            });
    assertEquals(List.of("P twice 3"), lines(events, "Batch", "pipeline", "node", "size"));
  }

  private static Integer asked(Meeting meeting, Execution served, int item, Callable<Integer> alone)
      throws Exception {
    return meeting.<Integer>one(
        served.start(Memo.NONE),
        new Object[] {item},
        new Object[0],
        lists -> lists.<Integer>get(0).stream().map(each -> 2 * each).toList(),
        alone);
  }

  /** Runs a map, and says who records. */
  static final class RunsAMap {
    public static void main(String[] args) {
      Supplier<Object> map = () -> StagedMap.run(numbers(), POISON, STREAMED, null).size();
      System.out.println(
          map.get() + " items, " + dev.millrace.runtime.observe.Recorder.CURRENT.getClass());
    }
  }

  private static String runsAMap(String... flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(RunsAMap.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aJvmWithoutAFlightRecorderRunsAllTheSame() throws Exception {
    String observe = "class dev.millrace.runtime.observe.";
    assertEquals("40 items, " + observe + "JfrRecorder", runsAMap());
    assertEquals(
        "40 items, " + observe + "NoRecorder",
        runsAMap("--limit-modules", "java.base,jdk.unsupported"));
  }

  @Test
  void aRecordingFromTheCommandLineIsMadeOfAllRuns() throws Exception {
    Path file = folder.resolve("all.jfr");
    runsAMap("-XX:StartFlightRecording=filename=" + file);
    assertTrue(Files.exists(file));
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertEquals(List.of("Staged"), lines(events, "Run", "pipeline"));
    assertEquals(10, lines(events, "Batch").size());
  }
}
