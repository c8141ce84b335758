/**
 * What generated code calls. It is public for that alone: no user names it.
 *
 * <pre>
 *   one run     Slots (Inputs) -> execute -> Outputs
 *                 MissingInputs     what is lacking, before anything runs
 *                 Probe, Memo       who is told of it: a listener; the other runs of a call
 *                 Leases, Held      its resources, of the pipeline's Resources
 *
 *   many runs   Settings (Over) -> Sweep -> Results
 *                 Wiring, Constants what is the same for all items, computed once
 *
 *   nested use  UseRegion           once
 *               MapRegion           Items -> Rows -> Column -> ... -> Kept
 *                 Batches, Twins    for batches and their twins
 *                 Again, CallInputs what an item that failed was called with
 *
 *   one call    Async, Streams      what comes later, or one by one
 *               Attempts, Deadline  tried again; given a time
 *
 *   a resource  ConstructedResource, HandleArguments -> Resources -> Instance, or Pool and Turns
 * </pre>
 */
@NullMarked
package dev.millrace.runtime.spi;

import org.jspecify.annotations.NullMarked;
