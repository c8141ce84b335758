package dev.millrace.testing;

import dev.millrace.testing.TwinNode.Given;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a node's twin for many items against the node: every {@link TwinLaw}, on batches of many
 * sizes and compositions, with rows that come again. Immutable; each method returns a check that
 * has one thing set.
 *
 * <pre>
 *   TwinCheck.named("TextNodes#length")
 *       .check(Samples.strings(), TextNodes::length, texts -&gt; TextNodes.length(texts));
 * </pre>
 *
 * <p>Where several parameters are mapped, a row is an array or a record of them, and {@link
 * #column} gives the twin its lists.
 */
public final class TwinCheck {
  private final String name;
  private final long seed;
  private final int tries;
  private final int maxBatch;
  private final Tolerance tolerance;

  private TwinCheck(String name, long seed, int tries, int maxBatch, Tolerance tolerance) {
    this.name = name;
    this.seed = seed;
    this.tries = tries;
    this.maxBatch = maxBatch;
    this.tolerance = tolerance;
  }

  /** The node, called with one row. */
  @FunctionalInterface
  public interface One<A extends @Nullable Object, R extends @Nullable Object> {
    /** Returns the row's result, or throws what the node throws. */
    R apply(A row) throws Exception;
  }

  /** The twin, called with many rows. */
  @FunctionalInterface
  public interface Many<A extends @Nullable Object, R extends @Nullable Object> {
    /** Returns the results in the order of the rows, or throws what the twin throws. */
    List<R> apply(List<A> rows) throws Exception;
  }

  /**
   * Returns a check with seed 0, 200 tries, batches of up to 17 rows and no tolerance.
   *
   * @param name what failures call the node
   */
  public static TwinCheck named(String name) {
    return new TwinCheck(name, 0, 200, 17, Tolerance.exact());
  }

  /** Sets what the rows and batches are drawn from. */
  public TwinCheck seed(long number) {
    return new TwinCheck(name, number, tries, maxBatch, tolerance);
  }

  /**
   * Sets how many batches are drawn; for each, the twin is called four or five times, and the node
   * twice a row.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TwinCheck tries(int batches) {
    return new TwinCheck(name, seed, positive("tries", batches), maxBatch, tolerance);
  }

  /**
   * Sets the rows of the largest batch.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TwinCheck maxBatch(int rows) {
    return new TwinCheck(name, seed, tries, positive("maxBatch", rows), tolerance);
  }

  /** Sets how far results may lie apart. */
  public TwinCheck tolerance(Tolerance allowed) {
    return new TwinCheck(name, seed, tries, maxBatch, Objects.requireNonNull(allowed, "tolerance"));
  }

  private static int positive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " is at least 1, not " + number);
    }
    return number;
  }

  /**
   * Checks the twin.
   *
   * @throws TwinMismatchError if it breaks a law, with the smallest batch that was found to
   * @throws AssertionError if the node fails on all samples, so that there is nothing to compare
   */
  public <A extends @Nullable Object, R extends @Nullable Object> void check(
      Samples<A> rows, One<A, R> one, Many<A, R> many) {
    Comparison comparison = new Comparison(tolerance);
    TwinNode<A, R> node = new TwinNode<>(rows, seed, one, comparison);
    TwinTrial<A, R> trial = new TwinTrial<>(rows, seed, node, many, comparison);
    SplittableRandom random = new SplittableRandom(seed);
    int from = 0;
    long compared = 0;
    Throwable lastFailure = null;
    for (int attempt = 0; attempt < tries; attempt++) {
      TwinBatch batch = TwinBatch.draw(size(attempt, random), from, random);
      from += batch.size();
      node.forget();
      tryOut(trial, batch, true, attempt, rows);
      tryOut(trial, batch.reversed(), false, attempt, rows);
      tryOut(trial, batch.some(random), false, attempt, rows);
      List<Integer> sound =
          IntStream.range(0, batch.size())
              .filter(row -> node.given(batch.picks().get(row)).thrown() == null)
              .boxed()
              .toList();
      if (sound.size() < batch.size()) {
        lastFailure = failure(node, batch);
        if (!sound.isEmpty()) {
          tryOut(trial, batch.only(sound), false, attempt, rows);
        }
      }
      compared += sound.size();
    }
    if (compared == 0) {
      throw new AssertionError(
          name + ": the node fails on every sample, so that nothing was compared; give others",
          lastFailure);
    }
  }

  private static @Nullable Throwable failure(TwinNode<?, ?> node, TwinBatch batch) {
    return batch.picks().stream()
        .map(node::given)
        .map(Given::thrown)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The smallest batches come first, so that what they show is shown by them. */
  private int size(int attempt, SplittableRandom random) {
    return attempt < 3
        ? Math.min(attempt + 1, maxBatch)
        : attempt == 3 ? maxBatch : random.nextInt(1, maxBatch + 1);
  }

  private <A extends @Nullable Object> void tryOut(
      TwinTrial<A, ?> trial, TwinBatch batch, boolean twice, int attempt, Samples<A> samples) {
    TwinViolation violation = trial.run(batch, twice);
    if (violation != null) {
      TwinFault fault = TwinFault.shrunk(trial, batch, twice, violation);
      List<String> rows =
          fault.batch().rows(samples, seed).stream().map(row -> Form.of(row).shown()).toList();
      throw new TwinMismatchError(
          message(fault, batch.size(), attempt, rows), seed, attempt, rows, fault.violation());
    }
  }

  private String message(TwinFault fault, int drawn, int attempt, List<String> rows) {
    TwinViolation violation = fault.violation();
    int row = violation.row();
    StringBuilder message = new StringBuilder(name);
    message.append(" breaks the law that ").append(violation.law());
    message.append("\n  row       ").append(row < 0 ? "all" : row + ": " + rows.get(row));
    message.append("\n  expected  ").append(violation.expected());
    message.append("\n  actual    ").append(violation.actual());
    violation.notes().forEach(note -> message.append("\n  note      ").append(note));
    message.append("\n  batch     ").append(rows.size());
    message.append(rows.size() == 1 ? " row" : " rows");
    message.append(rows.size() < drawn ? ", shrunk from " + drawn : "");
    for (int i = 0; i < rows.size(); i++) {
      message.append("\n    ").append(i).append(": ").append(rows.get(i));
    }
    return message
        .append("\n  seed      ")
        .append(seed)
        .append(", try ")
        .append(attempt)
        .append(" of ")
        .append(tries)
        .append("; repeat it with .seed(")
        .append(seed)
        .append("L)")
        .toString();
  }

  /**
   * Returns a part of each row, as a list that cannot be changed; within {@link #check} a twin that
   * tries to is caught.
   */
  public static <A extends @Nullable Object, T extends @Nullable Object> List<T> column(
      List<A> rows, Function<? super A, ? extends T> part) {
    TwinRows<A> all = rows instanceof TwinRows<A> own ? own : new TwinRows<>(rows);
    return all.column(part);
  }

  static IllegalStateException interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the check was interrupted", interrupted);
  }
}
