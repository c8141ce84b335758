/** Five small nodes in a diamond with a tail, as a pipeline and as everybody else writes them. */
@NullMarked
package dev.millrace.benchmarks.five;

import org.jspecify.annotations.NullMarked;
