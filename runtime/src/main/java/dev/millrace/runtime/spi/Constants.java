package dev.millrace.runtime.spi;

import dev.millrace.runtime.RunInfo;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that are the same for all items of a call. Each is computed by the first item that
 * needs it, and given to those after it, like an intermediate; one that fails does so for all.
 *
 * <p>A step varies if it reads what varies. Of the others' values those are kept that a later item
 * may read: an item may fail before it has come to all readers, and one that chooses between
 * variants needs others than the next.
 */
final class Constants extends Memo {
  private final Wiring wiring;
  private final BitSet wanted;
  private final BitSet varying = new BitSet();
  private final BitSet tainted = new BitSet();

  /** The steps that run no more, for their value is given, or kept, or they failed. */
  private final BitSet settled = new BitSet();

  private final Map<Integer, Failure> failures = new HashMap<>();
  private final @Nullable Leases leases;
  private final @Nullable RunInfo around;
  private Slots kept;
  private int step;
  private long begun;
  private @Nullable String node;

  /** What a step failed with, and the node inside it. */
  private record Failure(String node, Throwable thrown) {}

  /**
   * Makes the memo of a call.
   *
   * @param items how many there are: what a single one computes is kept for nobody
   * @param leases what holds the resources that are the same for all items
   * @param around the call, if anybody watches it
   */
  Constants(
      Wiring wiring,
      Settings settings,
      int items,
      int want,
      @Nullable Leases leases,
      @Nullable RunInfo around) {
    this.wiring = wiring;
    this.around = around;
    this.wanted = wiring.wanted(want);
    this.leases = leases;
    this.kept = Slots.empty(wiring.size());
    for (int place = 0; place < wiring.size(); place++) {
      if (settings.has(place)) {
        settled.set(place);
        varying.set(place, settings.varies(place));
      } else {
        varying.set(place, items == 1 || wiring.readsAny(place, varying));
      }
    }
  }

  /** Notes that an item begins, and returns what is given to it besides its own. */
  Slots begin() {
    step = -1;
    node = null;
    begun = Notes.now();
    return kept;
  }

  /** Notes that the item has failed, and returns the node that did. */
  String failed(Throwable thrown) {
    if (step < 0) {
      return wiring.pipeline();
    }
    String place = place(thrown);
    if (keeps(step) && !settled.get(step)) {
      settled.set(step);
      failures.put(step, new Failure(place, thrown));
    }
    return place;
  }

  /** A note says more than the last node that began: it is the row's. */
  private String place(Throwable thrown) {
    String label = wiring.label(step);
    String noted = Notes.innermost(label, begun, thrown);
    if (noted != null) {
      return noted;
    }
    return node == null ? label : node;
  }

  @Override
  @Nullable RunInfo around() {
    return around;
  }

  @Override
  public Leases begin(Resources resources) {
    return resources.begin(leases);
  }

  @Override
  public Leases owner(int step, Leases run) {
    return keeps(step) && leases != null ? leases : run;
  }

  @Override
  public void at(int step) {
    this.step = step;
    this.node = wiring.label(step);
    Failure failure = failures.get(step);
    if (failure != null) {
      this.node = failure.node();
      throw Rethrow.unchecked(failure.thrown());
    }
  }

  /** Returns whether a step's value is the same for all runs, and is to be kept. */
  boolean keeps(int step) {
    return !varying.get(step);
  }

  @Override
  public void keep(int step, @Nullable Object value) {
    if (!keeps(step)) {
      return;
    }
    kept = kept.withNullable(step, wiring.name(step), value);
    settled.set(step);
    BitSet read = read();
    for (int place = 0; place < wiring.size(); place++) {
      if (kept.has(place) && !read.get(place)) {
        kept = kept.without(place);
      }
    }
  }

  /** Returns what is wanted, or may be read by a step that is wanted in the end. */
  private BitSet read() {
    BitSet read = (BitSet) wanted.clone();
    for (int place = wiring.size() - 1; place >= 0; place--) {
      if (read.get(place) && !settled.get(place)) {
        wiring.addReads(place, read);
      }
    }
    return read;
  }

  @Override
  BitSet computed() {
    BitSet computed = new BitSet();
    for (int place = 0; place < wiring.size(); place++) {
      computed.set(place, kept.has(place));
    }
    return computed;
  }

  @Override
  @Nullable Object value(int step) {
    return kept.<@Nullable Object>get(step);
  }

  @Override
  BitSet tainted() {
    return tainted;
  }

  @Override
  void taint(int step) {
    tainted.set(step, keeps(step)); // what varies is another run's own
  }

  @Override
  void begun(String node) {
    this.node = node;
  }

  @Override
  void ended(String node) {
    int dot = node.lastIndexOf('.');
    if (dot < 0) {
      step = -1;
      this.node = null;
    } else {
      this.node = node.substring(0, dot);
    }
  }
}
