package dev.millrace.runtime.observe;

import dev.millrace.runtime.ProgressSnapshot;
import dev.millrace.runtime.RunInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is counted of a run that somebody watches. Who counts and who reads wait for nobody. */
public final class RunCounts implements RunInfo {
  private static final AtomicLong LAST = new AtomicLong();

  private final long id = LAST.incrementAndGet();
  private final String pipeline;
  private final @Nullable RunInfo around;
  private final long startedAt = System.nanoTime();
  private final Map<String, MapCounts> maps = new ConcurrentHashMap<>();
  private final Map<String, NodeCounts> nodes = new ConcurrentHashMap<>();
  private volatile @Nullable Duration took;

  /**
   * Makes those of a run that begins.
   *
   * @param around the call that makes many runs, where this is one of them; or null
   */
  public RunCounts(String pipeline, @Nullable RunInfo around) {
    this.pipeline = pipeline;
    this.around = around;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String pipeline() {
    return pipeline;
  }

  @Override
  public @Nullable RunInfo around() {
    return around;
  }

  /** Returns what is counted of a map. */
  public MapCounts map(String path) {
    return maps.computeIfAbsent(path, first -> new MapCounts());
  }

  /** Returns what is counted of a node. */
  public NodeCounts node(String path) {
    return nodes.computeIfAbsent(path, first -> new NodeCounts());
  }

  /** Notes that the run has ended, and returns how long it took. */
  public Duration ended() {
    Duration elapsed = elapsed();
    took = elapsed;
    return elapsed;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  @Override
  public ProgressSnapshot progress() {
    Duration known = took;
    return new ProgressSnapshot(
        known == null ? elapsed() : known,
        byName(maps, (path, map) -> map.snapshot(path)),
        byName(nodes, (path, node) -> node.snapshot(path)));
  }

  private static <C, S> List<S> byName(Map<String, C> counts, BiFunction<String, C, S> snapshot) {
    List<S> snapshots = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> snapshots.add(snapshot.apply(each.getKey(), each.getValue())));
    return snapshots;
  }
}
