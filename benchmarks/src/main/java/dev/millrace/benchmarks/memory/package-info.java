/** Slabs, the memory beneath them, and what else holds vectors. */
@NullMarked
package dev.millrace.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
