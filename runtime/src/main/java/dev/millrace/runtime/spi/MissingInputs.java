package dev.millrace.runtime.spi;

import dev.millrace.runtime.MissingInputException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a call lacks, before anything runs. */
public final class MissingInputs {
  private final String pipeline;
  private final List<String> missing = new ArrayList<>();

  /** Makes an empty list for a pipeline. */
  public MissingInputs(String pipeline) {
    this.pipeline = pipeline;
  }

  /** Notes an input: missing if something that must run needs it and it is not given. */
  public MissingInputs check(String name, boolean needed, boolean given) {
    if (needed && !given) {
      missing.add(name);
    }
    return this;
  }

  /**
   * Ends the gathering. A run that is only to say what is missing has said it then.
   *
   * @throws MissingInputException if anything is missing, naming all of it
   */
  public void tell(Memo memo) {
    if (!missing.isEmpty()) {
      memo.lacks(pipeline, missing);
    }
  }
}
