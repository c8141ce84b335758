package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Embedding;

/** One way to compute MaxSim. Chosen once; see {@link Kernels}. */
interface MaxSimKernel {
  /** Returns a name that changes when results may. */
  String id();

  /** Returns what one thread needs to score runs against one query of at least one token. */
  Scan scan(Embedding query);

  /** One query's work on one thread. */
  interface Scan extends AutoCloseable {
    /**
     * Sets the score of each document of a run. Neither the run's other documents nor its length
     * change a bit of it; a NaN in a document makes its score NaN.
     */
    void score(Run run, double[] scores);

    /** Gives scratch memory back. */
    @Override
    void close();
  }
}
