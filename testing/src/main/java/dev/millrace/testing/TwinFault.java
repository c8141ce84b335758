package dev.millrace.testing;

import java.util.List;

/** A batch that breaks a law, and how. */
record TwinFault(TwinBatch batch, TwinViolation violation) {

  /**
   * Returns the fault with as few rows as are found to break the same law: halves are dropped, then
   * quarters, down to single rows. A fault that does not show again stays as it was seen.
   */
  static TwinFault shrunk(
      TwinTrial<?, ?> trial, TwinBatch batch, boolean twice, TwinViolation violation) {
    TwinFault fault = new TwinFault(batch, violation);
    for (int chunk = Math.max(1, batch.size() / 2); chunk > 0; ) {
      TwinFault smaller = fault.lacking(trial, twice, chunk);
      if (smaller.batch.size() == fault.batch.size()) {
        chunk /= 2;
      }
      fault = smaller;
    }
    return fault.named(trial);
  }

  private TwinFault lacking(TwinTrial<?, ?> trial, boolean twice, int chunk) {
    for (int from = 0; from < batch.size() && chunk < batch.size(); from += chunk) {
      TwinBatch candidate = batch.without(from, chunk);
      TwinViolation again = trial.run(candidate, twice);
      if (again != null && isSame(again.law(), violation.law())) {
        return new TwinFault(candidate, again);
      }
    }
    return this;
  }

  private static boolean isSame(TwinLaw a, TwinLaw b) {
    return a == b || TwinTrial.isOfResults(a) && TwinTrial.isOfResults(b);
  }

  /** A wrong result of a row that is right on its own comes from its neighbours. */
  private TwinFault named(TwinTrial<?, ?> trial) {
    boolean hasNeighbours = violation.law() == TwinLaw.SAME_RESULTS && batch.size() > 1;
    return hasNeighbours && trial.run(batch.only(List.of(violation.row())), false) == null
        ? new TwinFault(batch, violation.as(TwinLaw.NO_NEIGHBOURS))
        : this;
  }
}
