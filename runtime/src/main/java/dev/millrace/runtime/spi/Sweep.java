package dev.millrace.runtime.spi;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Results;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many runs in one call, one after the other on the caller's thread. What is the same for all items
 * is computed once.
 *
 * <pre>
 *   Settings --item--> Slots --or--> run --> Outcome
 *                               ^     |
 *                               |   keep
 *                               |     v
 *                             Constants
 * </pre>
 */
public final class Sweep {
  private final Wiring wiring;
  private final Execution execution;
  private final @Nullable Resources resources;

  /** One run of the pipeline. */
  @FunctionalInterface
  public interface Once<R extends @Nullable Object> {

    /** Returns what the run gives, or throws what it failed with, as it is, undeclared. */
    R run(Slots inputs, Memo memo);
  }

  private Sweep(Wiring wiring, Execution execution, @Nullable Resources resources) {
    this.wiring = wiring;
    this.execution = execution;
    this.resources = resources;
  }

  /**
   * Returns what makes the many runs of a pipeline.
   *
   * @param execution whose listener is told of each run, and of how many there have been
   * @param resources the pipeline's, if it has any; or null
   */
  public static Sweep of(Wiring wiring, Execution execution, @Nullable Resources resources) {
    return new Sweep(wiring, execution, resources);
  }

  /**
   * Runs every item, in order, and returns what became of each. An error, and what is thrown where
   * the thread is interrupted, ends the call as it is.
   *
   * @param want the place of the output that is asked for, or a negative number for all
   * @throws MissingInputException if an item lacks anything that must run, before any item runs
   * @throws UnequalLengthsException if what varies is taken side by side and not equally long
   * @throws TooManyItemsException if what varies is combined to more items than a list can hold
   */
  public <R extends @Nullable Object> Results<R> run(Settings settings, int want, Once<R> once) {
    String pipeline = wiring.pipeline();
    List<Slots> items = settings.items(pipeline);
    check(items, once);
    List<Outcome<R>> outcomes = new ArrayList<>(items.size());
    Probe probe = execution.start(Memo.NONE);
    MapWatch watch = new MapWatch(probe, new Faults(execution, pipeline));
    watch.started(items.size(), 1);
    try (Leases leases = resources == null ? null : resources.begin()) {
      Constants constants =
          new Constants(wiring, settings, items.size(), want, leases, probe.counts());
      for (Slots item : items) {
        if (leases != null) {
          leases.requireOpen();
        }
        Outcome<R> outcome = outcome(item, outcomes.size(), constants, once);
        outcomes.add(outcome);
        if (outcome instanceof Outcome.Failed) {
          watch.itemFailed();
        }
        watch.advanced(1);
      }
    } catch (Throwable thrown) {
      watch.ended(items.size() - outcomes.size(), thrown);
      throw probe.failed(thrown);
    }
    watch.ended(0, null);
    watch.finished(outcomes.size());
    probe.finished();
    return Results.of(outcomes);
  }

  /** Nothing has run when it is said what which items lack. */
  private void check(List<Slots> items, Once<?> once) {
    Lacking lacking = new Lacking();
    for (Slots item : items) {
      once.run(item, lacking.next());
    }
    if (!lacking.items().isEmpty()) {
      throw new MissingInputException(
          wiring.pipeline(), inOrder(lacking.names()), lacking.items(), items.size());
    }
  }

  private List<String> inOrder(Set<String> names) {
    return IntStream.range(0, wiring.size())
        .mapToObj(wiring::name)
        .filter(names::contains)
        .toList();
  }

  private <R extends @Nullable Object> Outcome<R> outcome(
      Slots item, int index, Constants constants, Once<R> once) {
    try {
      return new Outcome.Ok<>(once.run(item.or(constants.begin()), constants));
    } catch (Exception thrown) {
      if (RunEnd.isOfOne(thrown, constants) || Faults.isEndWanted(execution, thrown)) {
        RunEnd.leavesAll(thrown, constants);
        throw Rethrow.unchecked(thrown);
      }
      return new Outcome.Failed<>(constants.failed(thrown), index, inputs(item, once), thrown);
    }
  }

  private CallInputs inputs(Slots item, Once<?> once) {
    List<@Nullable Object> pairs = new ArrayList<>();
    for (int place = 0; place < wiring.size(); place++) {
      if (item.has(place)) {
        pairs.add(wiring.name(place));
        pairs.add(item.<@Nullable Object>get(place));
      }
    }
    return CallInputs.of(() -> once.run(item, Memo.NONE), pairs.toArray());
  }
}
