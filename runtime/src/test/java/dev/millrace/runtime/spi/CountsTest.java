package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.ProgressSnapshot;
import dev.millrace.runtime.ProgressSnapshot.OfMap;
import dev.millrace.runtime.ProgressSnapshot.OfNode;
import dev.millrace.runtime.ProgressSnapshot.OfStage;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is counted of a run, however it runs. */
final class CountsTest {
  private static final Setup SETUP = Setup.DEFAULT.chunkRows(7).lanes(3);

  private static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  /** What is counted, but for times and stages. */
  private static List<String> counted(ProgressSnapshot progress) {
    List<String> counted = new ArrayList<>();
    for (OfMap map : progress.maps()) {
      counted.add(map.map() + " " + map.done() + "/" + map.items() + " " + map.failed());
    }
    for (OfNode node : progress.nodes()) {
      counted.add(node.node() + " " + node.ok() + "+" + node.failed() + " " + node.batchSizes());
      assertEquals(node.batches(), node.batchSizes().stream().mapToLong(Long::longValue).sum());
      assertEquals(0, node.inFlight());
      assertFalse(node.busy().isNegative());
    }
    return counted;
  }

  private static ProgressSnapshot progress(int size, StagedMap.Poison poison, Engine engine) {
    Told told = new Told();
    try (Logs logs = new Logs()) {
      List<Outcome<Integer>> outcomes =
          StagedMap.run(numbers(size), poison, SETUP.engine(engine), told);
      assertTrue(logs.all().size() <= size);
      ProgressSnapshot progress = told.runs.get(0).progress();
      long failed = outcomes.stream().filter(Outcome.Failed.class::isInstance).count();
      assertEquals(failed, progress.maps().get(0).failed());
      return progress;
    }
  }

  @Property(tries = 150)
  void theSameIsCountedStreamedInlineAndRowByRow(
      @ForAll @IntRange(max = 40) int size,
      @ForAll @Size(max = 5) Set<@IntRange(max = 40) Integer> half,
      @ForAll @Size(max = 3) Set<@IntRange(max = 40) Integer> twice,
      @ForAll @Size(max = 5) Set<@IntRange(max = 40) Integer> asked) {
    StagedMap.Poison poison = new StagedMap.Poison(half, twice, asked);
    ProgressSnapshot inline = progress(size, poison, Engine.INLINE);
    ProgressSnapshot streamed = progress(size, poison, Engine.STREAMED);
    assertEquals(counted(inline), counted(streamed));
    assertEquals(counted(expected(size, poison)), counted(inline));
  }

  /** The oracle: items one by one; a batch is told of where none of its items fails in it. */
  private static ProgressSnapshot expected(int size, StagedMap.Poison poison) {
    if (size == 0) {
      return new ProgressSnapshot(
          Duration.ZERO, List.of(new OfMap("sums", 0, 0, 0, List.of())), List.of(asked(0, 0)));
    }
    long[] counts = new long[6];
    long[] sizes = new long[3];
    for (int from = 0; from < size; from += 7) {
      Set<Integer> rows = new HashSet<>(numbers(size).subList(from, Math.min(size, from + 7)));
      int before = rows.size();
      rows.removeAll(poison.half());
      counts[0] += rows.size();
      counts[1] += before - rows.size();
      before = rows.size();
      rows.removeAll(poison.twice());
      counts[2] += rows.size();
      counts[3] += before - rows.size();
      if (before > 0 && rows.size() == before) {
        sizes[31 - Integer.numberOfLeadingZeros(before)]++;
      }
      before = rows.size();
      rows.removeAll(poison.asked());
      counts[4] += rows.size();
      counts[5] += before - rows.size();
    }
    List<Long> histogram = new ArrayList<>(List.of(sizes[0], sizes[1], sizes[2]));
    while (!histogram.isEmpty() && histogram.get(histogram.size() - 1) == 0) {
      histogram.remove(histogram.size() - 1);
    }
    List<OfNode> nodes = new ArrayList<>(List.of(asked(counts[4], counts[5])));
    nodes.add(new OfNode("sums.half", counts[0], counts[1], 0, List.of(), Duration.ZERO, 0, 0, 0));
    if (counts[2] + counts[3] > 0) {
      long batches = sizes[0] + sizes[1] + sizes[2];
      nodes.add(
          new OfNode(
              "sums.twice", counts[2], counts[3], batches, histogram, Duration.ZERO, 0, 0, 0));
    }
    long failed = counts[1] + counts[3] + counts[5];
    return new ProgressSnapshot(
        Duration.ZERO, List.of(new OfMap("sums", size, size, failed, List.of())), nodes);
  }

  private static OfNode asked(long ok, long failed) {
    return new OfNode("sums.asked", ok, failed, 0, List.of(), Duration.ZERO, 0, 0, 0);
  }

  @Test
  void stagesCountTheirChunksAndTimes() {
    OfMap map = progress(40, StagedMap.Poison.NONE, Engine.STREAMED).maps().get(0);
    assertEquals(
        List.of("COMPUTE 6", "DEVICE 6", "START 6", "JOIN 6"),
        map.stages().stream().map(stage -> stage.kind() + " " + stage.chunks()).toList());
    assertTrue(map.stages().stream().map(OfStage::busy).noneMatch(Duration::isZero));
    assertTrue(map.stages().stream().map(OfStage::waiting).noneMatch(Duration::isNegative));
    assertEquals(
        List.of(), progress(40, StagedMap.Poison.NONE, Engine.INLINE).maps().get(0).stages());
  }

  @Test
  @Timeout(60)
  void whatIsUnderWayCanBeReadByAnybody() throws Exception {
    CompletableFuture<RunInfo> begun = new CompletableFuture<>();
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    Execution execution =
        new Execution(
            "P",
            Setup.DEFAULT.listener(
                run -> {
                  begun.complete(run);
                  return new RunObserver() {};
                }));
    Probe probe = execution.start(Memo.NONE);
    Running<List<Integer>> running =
        Running.start(() -> new AskingMap(probe, numbers(9), answer).map());
    running.waits();
    RunInfo run = begun.get();
    assertEquals(3, run.progress().nodes().get(0).inFlight());
    assertEquals(List.of(new OfMap("asks", 0, 9, 0, List.of())), run.progress().maps());
    answer.complete(1);
    assertEquals(9, running.join().size());
    assertEquals(0, run.progress().nodes().get(0).inFlight());
    assertEquals(9, run.progress().nodes().get(0).items());
  }

  /** A map that asks and waits, three at once. */
  private static final class AskingMap extends MapRegion<List<Integer>> {
    private final CompletableFuture<Integer> answer;
    private final Window window;

    AskingMap(Probe probe, List<Integer> numbers, CompletableFuture<Integer> answer) {
      super(probe, "asks", Mode.ZIP, 1);
      items("number", numbers);
      this.answer = answer;
      this.window = stages(Terms.of("asked"), 3);
    }

    @Override
    protected void chunk(Rows rows) throws Exception {
      Column<Pending<Integer>> started = Column.of("asked", rows);
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        started.set(row, window.<Integer>start(() -> answer));
      }
      long since = now();
      Column<Integer> asked = Column.of("asked", rows);
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        asked.set(row, started.get(row).join());
      }
      end("asked", rows, since);
      keep(0, asked, rows);
    }

    @Override
    protected List<Integer> result() {
      return list(0);
    }
  }
}
