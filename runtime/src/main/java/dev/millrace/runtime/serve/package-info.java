/**
 * Where the calls of many threads meet, so that a twin is called once for all of them. There is no
 * thread of its own: of those who call, one leads.
 *
 * <pre>
 *   caller 1 --\                       /-- leads: calls the twin with all the items, hands out
 *   caller 2 ----&gt; Gathering (a key) --+-- waits, and takes its part
 *   caller 3 --/   the queue           \-- waits, ...
 *   caller 4 ---&gt;  comes meanwhile: it is in the next batch, whose first caller leads it
 * </pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>Calls meet that are of one node, with the same for all that is not their items.
 *   <li>There is one leader at a time, and it leads one batch: then the next in the queue does.
 *   <li>Who leads waits for nobody: what its call does in turn meets nobody.
 *   <li>Where a call for several fails, each of them calls again for itself: nobody has to do with
 *       the items of others. Where the one who leads is interrupted, the others are queued again.
 *   <li>A gathering is there for as long as somebody is at it.
 * </ul>
 *
 * <p>The one package that names this is {@code spi}.
 */
@NullMarked
package dev.millrace.runtime.serve;

import org.jspecify.annotations.NullMarked;
