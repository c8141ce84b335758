/**
 * What {@code ./benchmarks/run} runs: suites of measurements, each figure beside its budget. {@link
 * dev.millrace.benchmarks.Main} is called by the script; a suite is one class, listed there.
 */
@NullMarked
package dev.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
