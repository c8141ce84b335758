package dev.millrace.runtime;

/** Says that a failure cannot be run again, for no run has made it. */
public final class NotReproducibleException extends MillraceException {
  private static final long serialVersionUID = 1L;

  NotReproducibleException(String node) {
    super(
        "this failure of \""
            + node
            + "\" was not made by a run, so there is no call to repeat; ask a failure that a run"
            + " has returned");
  }
}
