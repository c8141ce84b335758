package dev.millrace.runtime;

import java.util.List;

/**
 * Says which inputs a call needs and was not given. It is thrown before anything runs, and names
 * all of them.
 */
public final class MissingInputException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String[] missing;

  /** Makes the exception for a pipeline and the names that are missing. */
  public MissingInputException(String pipeline, List<String> missing) {
    super(
        pipeline
            + " was not given "
            + String.join(", ", missing)
            + "; set "
            + (missing.size() == 1 ? "it" : "them")
            + " on Inputs, as in ."
            + missing.get(0)
            + "(…), or start from inputs(), which asks for everything");
    this.missing = missing.toArray(String[]::new);
  }

  /** Returns the names of the inputs, in the order of the stages. */
  public List<String> missing() {
    return List.of(missing);
  }
}
