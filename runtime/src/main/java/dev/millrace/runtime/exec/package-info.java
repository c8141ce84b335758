/**
 * The streamed executor: chunks pass through stages, each with threads of its own, and come out in
 * the order in which they went in.
 *
 * <pre>
 *           caller                     lent threads                         caller
 *   source --feed--&gt;  ring of slots  --&gt; stage 1 --&gt; stage 2 --&gt; ...  --drain--&gt; sink
 *                     (a chunk each)      lanes       lanes
 * </pre>
 *
 * <p>The ring, its cursor and its sequences are the Disruptor's; the stages, the waiting and the
 * claim are not, since the library's lose events when a thread is interrupted, spin where a stage
 * waits for another, and cannot be stopped while they claim. The rules:
 *
 * <ul>
 *   <li>A stage's sequence passes a chunk when the chunk is resolved, and nothing else moves it: no
 *       exception, no interrupt. What fails is noted in the chunk's slot, which passes on.
 *   <li>A stage waits for the one before it, and for nothing else. The caller feeds and drains in
 *       turns, and waits only when it can do neither. So nobody waits for himself.
 *   <li>There are never more chunks under way than the ring has slots.
 *   <li>A slot lets go of its chunk when it has been drained.
 *   <li>When a run returns or throws, no thread is in any of its stages.
 * </ul>
 */
@NullMarked
package dev.millrace.runtime.exec;

import org.jspecify.annotations.NullMarked;
