package dev.millrace.benchmarks;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a suite.
 *
 * @param metric what was measured
 * @param value how much it was
 * @param unit of what
 * @param baseline the same of whom it is compared with, if it is
 * @param budget what it has to keep to, as in {@code ">= 1.5"}, if to anything
 * @param holds whether it does; a figure without a budget always does
 */
@JsonPropertyOrder({"metric", "value", "unit", "baseline", "budget", "holds"})
record Metric(
    String metric,
    double value,
    String unit,
    @Nullable Double baseline,
    @Nullable String budget,
    boolean holds) {

  /** A figure that is only told. */
  static Metric of(String metric, double value, String unit) {
    return new Metric(metric, value, unit, null, null, true);
  }

  /** The same, beside that of a peer. */
  Metric beside(double peer) {
    return new Metric(metric, value, unit, peer, budget, holds);
  }

  /** The same, which must not be less. */
  Metric atLeast(double limit) {
    return new Metric(metric, value, unit, baseline, ">= " + Table.number(limit), value >= limit);
  }

  /** The same, which must not be more. */
  Metric atMost(double limit) {
    return new Metric(metric, value, unit, baseline, "<= " + Table.number(limit), value <= limit);
  }
}
