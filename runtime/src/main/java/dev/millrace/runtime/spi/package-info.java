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
 *                 Lacking           which items lack what, before any runs
 *
 *   nested use  UseRegion           once
 *               MapRegion           Items -> Rows -> Column -> ... -> Kept
 *                 Batches, Twins    for batches and their twins
 *                 Again, CallInputs what an item that failed was called with
 *
 *   one call    Async, Streams      what comes later, or one by one
 *               Terms               Rate, Attempts, Deadline: how often, again, for how long
 *               Meeting             with those of other runs, where a pipeline is served
 *               DeviceCall          with a permit of each device that it occupies, if that is limited
 *
 *   many calls  Started             of a run, Window: of a node in a map
 *                 UnderWay -> Pending, on a stage (StageCall) or a thread (ThreadCall)
 *
 *   a resource  ConstructedResource, HandleArguments -> Resources -> Instance, or Pool and Turns
 *
 *   a key       KeyEncoder -> KeySink, by KeyType, ScalarKeys, TimeKeys, NamedKeys, ArrayKeys
 *               and CollectionKeys
 * </pre>
 */
@NullMarked
package dev.millrace.runtime.spi;

import org.jspecify.annotations.NullMarked;
