/**
 * The encoder on a GPU, beside itself on the CPU and PyTorch: {@code benchmarks/gpu/run}. Apart
 * from the suites, because few machines have a GPU, and with files instead of a build, because
 * those that have one may have nothing else.
 */
@NullMarked
package dev.millrace.benchmarks.gpu;

import org.jspecify.annotations.NullMarked;
