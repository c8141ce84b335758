package dev.millrace.testing;

import dev.millrace.testing.TwinCheck.One;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node itself, run sample by sample; it remembers what each gave. */
final class TwinNode<A extends @Nullable Object, R extends @Nullable Object> {
  private final Samples<A> samples;
  private final long seed;
  private final One<? super A, ? extends R> node;
  private final Comparison comparison;
  private final Map<Integer, Given> given = new HashMap<>();

  TwinNode(Samples<A> samples, long seed, One<? super A, ? extends R> node, Comparison comparison) {
    this.samples = samples;
    this.seed = seed;
    this.node = node;
    this.comparison = comparison;
  }

  /**
   * What two calls with the same sample came to.
   *
   * @param thrown what the node failed with, if it did
   * @param violation how the node itself broke a law, if it did
   */
  record Given(
      Form first, Form second, @Nullable Throwable thrown, @Nullable TwinViolation violation) {

    /** Returns whether an array is in both this result and another, with the node itself. */
    boolean sharesWith(Given other) {
      return !Collections.disjoint(first.arrays(), (other == this ? second : other.first).arrays());
    }
  }

  /** Returns what the node gives for a sample. */
  Given given(int pick) {
    return given.computeIfAbsent(pick, this::compute);
  }

  /** Forgets what it gave; what is asked for is computed again. */
  void forget() {
    given.clear();
  }

  private Given compute(int pick) {
    Answer first = call(pick);
    Answer second = call(pick);
    TwinViolation violation = first.changed;
    if (violation == null && (first.thrown == null) != (second.thrown == null)) {
      violation = TwinViolation.of(TwinLaw.NODE_REPEATS, 0, first.shown(), second.shown());
    }
    if (violation == null && first.thrown == null) {
      String difference = comparison.difference(first.form, second.form);
      if (difference != null) {
        violation =
            TwinViolation.of(
                TwinLaw.NODE_REPEATS, 0, first.shown(), second.shown(), "differs " + difference);
      }
    }
    return new Given(first.form, second.form, first.thrown, violation);
  }

  private record Answer(Form form, @Nullable Throwable thrown, @Nullable TwinViolation changed) {
    String shown() {
      return thrown == null ? form.shown() : "throws " + thrown;
    }
  }

  private Answer call(int pick) {
    A row = samples.get(seed, pick);
    RowState state = new RowState(row, samples.get(seed, pick));
    Form form = new Form.Leaf(null);
    Throwable thrown = null;
    try {
      form = Form.of(node.apply(row));
    } catch (InterruptedException interrupted) {
      throw TwinCheck.interrupted(interrupted);
    } catch (Exception | AssertionError failure) {
      thrown = failure;
    }
    return new Answer(form, thrown, state.changed(0, "the node"));
  }
}
