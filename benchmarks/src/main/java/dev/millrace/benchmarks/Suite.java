package dev.millrace.benchmarks;

import java.util.List;

/** A set of measurements that belong together: one command, a few minutes, one table. */
interface Suite {
  /** Returns what it is called on the command line. */
  String name();

  /** Returns in one line what it measures. */
  String about();

  /**
   * Measures.
   *
   * @param quick whether a minute has to do: the same figures, less sure
   */
  List<Metric> run(boolean quick) throws Exception;
}
