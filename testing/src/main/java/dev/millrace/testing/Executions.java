package dev.millrace.testing;

import dev.millrace.processor.resolve.Names;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts what ran: a listener for a pipeline's builder, safe for use by many threads. Nodes are
 * named as listeners are told of them: those inside nested uses with the path, {@code
 * predictions.hits}.
 *
 * <p>A listener hears only of what runs. A name that was never heard of counts as not run, unless
 * it looks like a slip: then asking for it fails and says what is known. {@link #describedBy} makes
 * every unknown name an error.
 */
public final class Executions implements RunListener {
  private static final Pattern STEP = Pattern.compile("^( +)(\\S+) = ");
  private static final int INDENT = 2;

  private final RunListener all;
  private final Map<String, Count> counts = new TreeMap<>();
  private final Set<String> known = new TreeSet<>();
  private boolean described;

  /** Makes a listener that has counted nothing yet. */
  public Executions() {
    this(run -> RunObserver.NONE);
  }

  private Executions(RunListener next) {
    RunListener counts = run -> new Counting();
    this.all = counts.and(next);
  }

  /** Returns a listener that counts each event and then passes it on to another. */
  public static Executions beside(RunListener listener) {
    return new Executions(listener);
  }

  private record Count(boolean began, long items, long calls) {
    static final Count NONE = new Count(false, 0, 0);

    Count begun() {
      return new Count(true, items, calls);
    }

    Count plus(long more) {
      return new Count(true, items + more, calls + 1);
    }

    @Override
    public String toString() {
      return items
          + (items == 1 ? " item" : " items")
          + " in "
          + calls
          + (calls == 1 ? " call" : " calls");
    }
  }

  /**
   * Tells which nodes there are: from now on a name that is not among them, and was not heard of
   * either, is an error wherever it is asked for.
   *
   * @param description what the pipeline's {@code describe()} returned
   */
  public synchronized Executions describedBy(String description) {
    String[] path = new String[description.length() / INDENT + 1];
    for (String line : description.split("\n")) {
      Matcher step = STEP.matcher(line);
      if (step.find()) {
        int depth = step.group(1).length() / INDENT - 1;
        path[depth] = step.group(2);
        known.add(String.join(".", Arrays.copyOf(path, depth + 1)));
      }
    }
    described = true;
    return this;
  }

  /**
   * Returns how many items a node has computed: 1 a run where it is not mapped. What it failed on
   * is not counted.
   *
   * @throws AssertionError if there is no such node, as far as is known
   */
  public synchronized long of(String node) {
    return count(node).items();
  }

  /**
   * Returns how often a node has computed: once a run where it is not mapped; where it is, once a
   * chunk of up to 256 items, which is how often its twin was called if it has one.
   *
   * @throws AssertionError if there is no such node, as far as is known
   */
  public synchronized long calls(String node) {
    return count(node).calls();
  }

  /** Asserts that each of some nodes ran, if only to fail; the failure says what ran. */
  public synchronized void assertRan(String... nodes) {
    for (String node : nodes) {
      if (!counts.containsKey(node)) {
        throw new AssertionError("\"" + node + "\" did not run; " + this + hint(node));
      }
    }
  }

  /**
   * Asserts that none of some nodes ran.
   *
   * @throws AssertionError also if there is no such node, as far as is known
   */
  public synchronized void assertDidNotRun(String... nodes) {
    for (String node : nodes) {
      if (count(node).began()) {
        throw new AssertionError("\"" + node + "\" ran: " + count(node));
      }
    }
  }

  /** Begins to count from nothing. The names that were heard of stay known. */
  public synchronized void reset() {
    counts.clear();
  }

  @Override
  public RunObserver runStarted(RunInfo run) {
    return all.runStarted(run);
  }

  /** Counts what one run does. */
  private final class Counting implements RunObserver {
    @Override
    public void nodeStarted(String node) {
      began(node);
    }

    @Override
    public void nodeFinished(String node, long items, Duration elapsed) {
      computed(node, items);
    }

    @Override
    public void mapStarted(String map, long items, long parents) {
      began(map);
    }
  }

  @Override
  public synchronized String toString() {
    return counts.isEmpty()
        ? "nothing ran"
        : counts.entrySet().stream()
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", ", "what ran: ", ""));
  }

  private synchronized void began(String node) {
    known.add(node);
    counts.put(node, counts.getOrDefault(node, Count.NONE).begun());
  }

  private synchronized void computed(String node, long items) {
    known.add(node);
    counts.put(node, counts.getOrDefault(node, Count.NONE).plus(items));
  }

  private Count count(String node) {
    if (!known.contains(node)) {
      String hint = hint(node);
      if (described || !hint.isEmpty()) {
        throw new AssertionError(
            "there is no node \"" + node + "\"; known are " + String.join(", ", known) + hint);
      }
    }
    return counts.getOrDefault(node, Count.NONE);
  }

  /** A name without its path is a slip too. */
  private String hint(String node) {
    return known.contains(node)
        ? ""
        : known.stream()
            .filter(each -> each.endsWith("." + node))
            .findFirst()
            .map(each -> ". Did you mean \"" + each + "\"?")
            .orElseGet(() -> Names.didYouMean(node, known));
  }
}
