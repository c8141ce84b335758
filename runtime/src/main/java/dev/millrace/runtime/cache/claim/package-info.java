/**
 * Work under way: what several want at once is computed once.
 *
 * <pre>
 *   one:      wants a b    takes a b    computes, stores, gives up a b
 *   another:  wants b c    takes   c    computes, stores, gives up c    waits for b    asks the cache
 * </pre>
 *
 * <p>Whoever has claims waits for nobody, so there is no circle of those who wait, in whatever
 * order they want things.
 */
@NullMarked
package dev.millrace.runtime.cache.claim;

import org.jspecify.annotations.NullMarked;
