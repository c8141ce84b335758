package dev.millrace.runtime.spi;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.RunInfo;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells and is told where it is one of many in a call: the values that are the same for
 * all are computed in one run and given to the others. A single run has {@link #NONE}.
 */
public abstract class Memo {
  /** The memo of a run that is the only one: it keeps nothing and costs nothing. */
  public static final Memo NONE = new None();

  Memo() {}

  /** Returns whether the run is only to say what is missing. */
  public boolean isCheck() {
    return false;
  }

  /** Returns the call that the run is one of, if anybody watches it; or null. */
  @Nullable RunInfo around() {
    return null;
  }

  /** Says what the run lacks: a run that is to compute anything fails. */
  void lacks(String pipeline, List<String> missing) {
    throw new MissingInputException(pipeline, missing);
  }

  /** Begins a run's leases. */
  public Leases begin(Resources resources) {
    return resources.begin();
  }

  /** Returns whose the resources are that a step makes: the run's, or those of all runs. */
  public Leases owner(int step, Leases run) {
    return run;
  }

  /** Notes that a step begins; throws what it failed with if it would only do so again. */
  public void at(int step) {}

  /** Notes the value that a step has computed; it is kept if values of the step are. */
  public void keep(int step, @Nullable Object value) {}

  /** Returns the places of what is given to the run, but was computed by another of the call. */
  BitSet computed() {
    return Scope.NOTHING;
  }

  /** Returns such a value. */
  @Nullable Object value(int step) {
    throw new IllegalArgumentException("step " + step + " was not computed");
  }

  /** Returns the places of what is the same for all runs of the call and has seen a failure. */
  BitSet tainted() {
    return Scope.NOTHING;
  }

  /** Notes that a step's value has seen a failure. */
  void taint(int step) {}

  /** Notes that a node begins, or a nested use, by its path. */
  void begun(String node) {}

  /** Notes that it has ended well. */
  void ended(String node) {}

  private static final class None extends Memo {}
}
