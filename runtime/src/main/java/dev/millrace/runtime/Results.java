package dev.millrace.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of many items: an {@link Outcome} for each, in their order. It never changes. */
public final class Results<T extends @Nullable Object> implements Iterable<Outcome<T>> {
  private final List<Outcome<T>> outcomes;

  private Results(List<Outcome<T>> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Returns the results with these outcomes.
   *
   * @throws NullPointerException if one is null
   */
  public static <T extends @Nullable Object> Results<T> of(List<? extends Outcome<T>> outcomes) {
    return new Results<>(List.copyOf(outcomes));
  }

  /** Returns the number of items. */
  public int size() {
    return outcomes.size();
  }

  /**
   * Returns the outcome of an item, counted from 0.
   *
   * @throws IndexOutOfBoundsException if there is no such item
   */
  public Outcome<T> get(int index) {
    return outcomes.get(index);
  }

  /** Returns the outcomes, as a list that cannot be changed. */
  public List<Outcome<T>> outcomes() {
    return outcomes;
  }

  /**
   * Returns the values, as a list that cannot be changed; or throws the cause of the first failure,
   * that of the lowest index, as it is, checked or not.
   */
  public List<T> values() {
    List<T> values = new ArrayList<>(outcomes.size());
    for (Outcome<T> outcome : outcomes) {
      values.add(outcome.orElseThrow());
    }
    return Collections.unmodifiableList(values);
  }

  /** Returns the failures in their order, those that were cancelled too; cannot be changed. */
  public List<Outcome.Failed<T>> failures() {
    List<Outcome.Failed<T>> failures = new ArrayList<>();
    for (Outcome<T> outcome : outcomes) {
      if (outcome instanceof Outcome.Failed<T> failed) {
        failures.add(failed);
      }
    }
    return Collections.unmodifiableList(failures);
  }

  /** Returns how many items came to which end. */
  public Counts counts() {
    long ok = 0;
    long skipped = 0;
    for (Outcome<T> outcome : outcomes) {
      if (outcome.isOk()) {
        ok++;
      } else if (outcome instanceof Outcome.Failed<T> failed
          && failed.cause() instanceof CancelledException) {
        skipped++;
      }
    }
    return new Counts(outcomes.size(), ok, outcomes.size() - ok - skipped, skipped);
  }

  @Override
  public Iterator<Outcome<T>> iterator() {
    return outcomes.iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Results<?> that && outcomes.equals(that.outcomes);
  }

  @Override
  public int hashCode() {
    return outcomes.hashCode();
  }

  /** Returns how many failed: {@code 3 of 100 failed}. */
  @Override
  public String toString() {
    Counts counts = counts();
    return counts.failed()
        + " of "
        + counts.requested()
        + " failed"
        + (counts.skipped() == 0 ? "" : ", " + counts.skipped() + " skipped");
  }

  /**
   * How many items came to which end.
   *
   * @param requested all of them
   * @param ok those with a value
   * @param failed those that a node failed on
   * @param skipped those that were cancelled ({@link CancelledException}), by whomever
   */
  public record Counts(long requested, long ok, long failed, long skipped) {}
}
