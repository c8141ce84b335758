/** A device that takes much for a call and little for a row, and who keeps it busy. */
@NullMarked
package dev.millrace.benchmarks.device;

import org.jspecify.annotations.NullMarked;
