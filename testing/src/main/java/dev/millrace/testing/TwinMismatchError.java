package dev.millrace.testing;

import java.util.ArrayList;
import java.util.List;

/** A node and its twin break a law. The message tells all that is here, and how to see it again. */
public final class TwinMismatchError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final TwinLaw law;
  private final long seed;
  private final int attempt;
  private final ArrayList<String> batch;
  private final int row;
  private final String expected;
  private final String actual;

  TwinMismatchError(
      String message, long seed, int attempt, List<String> batch, TwinViolation violation) {
    super(message, violation.cause());
    this.law = violation.law();
    this.seed = seed;
    this.attempt = attempt;
    this.batch = new ArrayList<>(batch);
    this.row = violation.row();
    this.expected = violation.expected();
    this.actual = violation.actual();
  }

  /** Returns the law that is broken. */
  public TwinLaw law() {
    return law;
  }

  /** Returns the seed that the rows came from. */
  public long seed() {
    return seed;
  }

  /** Returns which try it was, from 0. */
  public int attempt() {
    return attempt;
  }

  /** Returns the rows of the smallest batch that was found to fail, as they are shown. */
  public List<String> batch() {
    return List.copyOf(batch);
  }

  /** Returns the place in the batch, from 0; -1 where it is the whole batch that is at fault. */
  public int row() {
    return row;
  }

  /** Returns what the node gave, or what would have been right, as it is shown. */
  public String expected() {
    return expected;
  }

  /** Returns what there was instead, as it is shown. */
  public String actual() {
    return actual;
  }
}
