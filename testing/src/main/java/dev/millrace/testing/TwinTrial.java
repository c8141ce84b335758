package dev.millrace.testing;

import dev.millrace.testing.TwinCheck.Many;
import dev.millrace.testing.TwinNode.Given;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls a twin with batches and holds each answer against the node's own. */
final class TwinTrial<A extends @Nullable Object, R extends @Nullable Object> {
  private static final Comparison EXACT = new Comparison(Tolerance.exact());

  private final Samples<A> samples;
  private final long seed;
  private final TwinNode<A, R> node;
  private final Many<A, R> twin;
  private final Comparison comparison;
  private List<R> last = List.of();
  private Form lastForm = Form.of(last);

  TwinTrial(
      Samples<A> samples, long seed, TwinNode<A, R> node, Many<A, R> twin, Comparison comparison) {
    this.samples = samples;
    this.seed = seed;
    this.node = node;
    this.twin = twin;
    this.comparison = comparison;
  }

  /** Returns how a batch breaks a law, called once or twice; null if it breaks none. */
  @Nullable TwinViolation run(TwinBatch batch, boolean twice) {
    TwinViolation first = call(batch);
    if (first != null || !twice) {
      return first;
    }
    TwinViolation second = call(batch);
    return second != null && isOfResults(second.law()) ? second.as(TwinLaw.TWIN_REPEATS) : second;
  }

  /** Returns whether a law speaks of the values of results; which one depends on the batch. */
  static boolean isOfResults(TwinLaw law) {
    return law == TwinLaw.SAME_RESULTS || law == TwinLaw.IN_ORDER;
  }

  private @Nullable TwinViolation call(TwinBatch batch) {
    List<Given> given = batch.picks().stream().map(node::given).toList();
    for (int row = 0; row < given.size(); row++) {
      TwinViolation ofNode = given.get(row).violation();
      if (ofNode != null) {
        return ofNode.at(row);
      }
    }
    List<A> rows = batch.rows(samples, seed);
    List<RowState> states = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      states.add(new RowState(rows.get(row), samples.get(seed, batch.picks().get(row))));
    }
    TwinRows<A> list = new TwinRows<>(rows);
    List<R> results = null;
    Throwable thrown = null;
    try {
      results = twin.apply(list);
    } catch (InterruptedException interrupted) {
      throw TwinCheck.interrupted(interrupted);
    } catch (Exception | AssertionError failure) {
      thrown = failure;
    }
    TwinViolation found = touched(list, states);
    if (found == null) {
      found = overwritten();
    }
    if (found == null) {
      found = failures(given, thrown);
    }
    if (found != null || thrown != null) {
      return found;
    }
    return results == null
        ? TwinViolation.of(TwinLaw.AS_MANY_RESULTS, -1, counted(rows.size()), "null")
        : results(rows, given, results);
  }

  private static @Nullable TwinViolation touched(TwinRows<?> list, List<RowState> states) {
    if (list.isTouched()) {
      return TwinViolation.of(
          TwinLaw.LIST_UNTOUCHED, -1, "only reads the list", "tries to change the list");
    }
    for (int row = 0; row < states.size(); row++) {
      TwinViolation changed = states.get(row).changed(row, "the twin");
      if (changed != null) {
        return changed;
      }
    }
    return null;
  }

  /** A twin that keeps what it returned may write into it at the next call. */
  private @Nullable TwinViolation overwritten() {
    Form now = Form.of(last);
    return EXACT.same(lastForm, now)
        ? null
        : TwinViolation.of(
            TwinLaw.OWN_RESULTS,
            -1,
            lastForm.shown(),
            now.shown(),
            "these are the results of the call before, which this call has changed");
  }

  private static @Nullable TwinViolation failures(List<Given> given, @Nullable Throwable thrown) {
    for (int row = 0; row < given.size(); row++) {
      Throwable ofNode = given.get(row).thrown();
      if (ofNode != null) {
        return thrown != null
            ? null
            : TwinViolation.of(
                TwinLaw.SAME_FAILURES, row, "throws " + ofNode, "returns without a failure");
      }
    }
    return thrown == null
        ? null
        : TwinViolation.thrown(TwinLaw.SAME_FAILURES, -1, "a result for every row", thrown);
  }

  private @Nullable TwinViolation results(List<A> rows, List<Given> given, List<R> results) {
    if (results.size() != rows.size()) {
      return TwinViolation.of(
          TwinLaw.AS_MANY_RESULTS, -1, counted(rows.size()), counted(results.size()));
    }
    List<Form> expected = given.stream().map(Given::first).toList();
    List<Form> actual = new ArrayList<>();
    results.forEach(each -> actual.add(Form.of(each)));
    for (int row = 0; row < rows.size(); row++) {
      String difference = comparison.difference(expected.get(row), actual.get(row));
      if (difference != null) {
        return different(row, difference, expected, actual);
      }
    }
    last = results;
    lastForm = Form.of(results);
    return shared(rows, given, actual);
  }

  private TwinViolation different(
      int row, String difference, List<Form> expected, List<Form> actual) {
    List<String> notes = new ArrayList<>();
    notes.add("differs " + difference);
    for (int other = 0; other < expected.size(); other++) {
      if (other != row && comparison.same(expected.get(other), actual.get(row))) {
        notes.add("the twin's is what row " + other + " gives");
        break;
      }
    }
    return new TwinViolation(
        isReordered(expected, actual) ? TwinLaw.IN_ORDER : TwinLaw.SAME_RESULTS,
        row,
        expected.get(row).shown(),
        actual.get(row).shown(),
        notes,
        null);
  }

  private boolean isReordered(List<Form> expected, List<Form> actual) {
    List<Form> left = new ArrayList<>(expected);
    for (Form each : actual) {
      int found = 0;
      while (found < left.size() && !comparison.same(left.get(found), each)) {
        found++;
      }
      if (found == left.size()) {
        return false;
      }
      left.remove(found);
    }
    return true;
  }

  /** An array may be in two results if the caller gave it, or if the node itself shares it. */
  private @Nullable TwinViolation shared(List<A> rows, List<Given> given, List<Form> actual) {
    Set<Object> ofCaller = Form.of(rows).arrays();
    for (int row = 1; row < actual.size(); row++) {
      Set<Object> own = actual.get(row).arrays();
      own.removeAll(ofCaller);
      for (int other = 0; other < row; other++) {
        if (!Collections.disjoint(own, actual.get(other).arrays())
            && !given.get(row).sharesWith(given.get(other))) {
          return TwinViolation.of(
              TwinLaw.OWN_RESULTS,
              row,
              "an array of its own",
              "an array that is in the result of row " + other + " too");
        }
      }
    }
    return null;
  }

  private static String counted(int results) {
    return results + (results == 1 ? " result" : " results");
  }
}
