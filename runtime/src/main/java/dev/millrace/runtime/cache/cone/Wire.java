package dev.millrace.runtime.cache.cone;

import java.util.List;

/** How a pipeline's value comes about, as far as its key is concerned. */
public sealed interface Wire {
  /**
   * Its value enters the keys of what depends on it: it comes from outside, or what computes it is
   * impure, or it is declared to cut off.
   */
  record Cut() implements Wire {}

  /**
   * It is computed, purely.
   *
   * @param code a digest of what computes it: all that could change the result but what it reads
   * @param reads the places of what it reads, in the order of its parameters; each below its own
   * @param cutsOff whether its value enters the keys of what depends on it
   */
  record Step(byte[] code, List<Integer> reads, boolean cutsOff) implements Wire {
    public Step {
      code = code.clone();
      reads = List.copyOf(reads);
    }

    /** A step that cuts nothing off. */
    public Step(byte[] code, List<Integer> reads) {
      this(code, reads, false);
    }

    /** Returns the same step that cuts nothing off. */
    public Step through() {
      return new Step(code, reads);
    }
  }
}
