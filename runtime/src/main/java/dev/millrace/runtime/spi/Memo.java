package dev.millrace.runtime.spi;

/** What a run keeps besides what it was asked for. */
public final class Memo {
  /** Keeps nothing. */
  public static final Memo NONE = new Memo();

  private Memo() {}

  /** Returns whether an output is kept. */
  public boolean keeps(int output) {
    return output < 0;
  }
}
