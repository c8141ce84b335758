/** What is computed with a cache: nodes that cost nothing, so that the cache is all there is. */
@NullMarked
package dev.millrace.benchmarks.cached;

import org.jspecify.annotations.NullMarked;
