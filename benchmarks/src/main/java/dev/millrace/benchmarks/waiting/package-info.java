/** Nodes that wait for an answer, as a pipeline and as everybody else keeps many in flight. */
@NullMarked
package dev.millrace.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
