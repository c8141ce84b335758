/**
 * Blobs on disk, in append-only packs.
 *
 * <pre>
 *   folder
 *     ID.pack     head | record | record | record | ...      appended to by whoever holds the lock
 *     ID.index    where the first records of the pack are    written when the writer lets go
 *     ID.lock     locked by the pack's one writer, empty
 *     reclaim.lock  locked by who gives room back
 *     *.new       is being written, and renamed when it is whole
 *     ID.objects  a pack that was written at once and renamed (a shared folder)
 *
 *   record        head (64 bytes: kind, key, length, checksums, pack, place) | bytes | zeros
 *
 *   get --&gt; each pack: tail (a table in memory) | index (a mapped table) --&gt; place
 *                                        --&gt; head and bytes checked --&gt; view
 *   audit --&gt; each pack: every blob that an index or a head tells of --&gt; head and bytes checked
 *   put --&gt; the writer's pack: all of the batch but its first head, then that head --&gt; tail
 * </pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>Everything begins at a multiple of 64 bytes, and numbers are little-endian.
 *   <li>A record's head has a checksum of its own, and in it the number of its pack and its place
 *       there. So no bytes inside a blob can pass for a record, and no block of another file.
 *   <li>Head and bytes are checked at each read. A table can be wrong about where a record is: then
 *       that is a miss. It cannot be wrong about what is there.
 *   <li>A pack has one writer. What is in it is never changed, and the file never made shorter. It
 *       is unlinked as a whole, and who has mapped it keeps what he has.
 *   <li>What a writer leaves half written, the next one covers with a record that says so.
 *   <li>An index says how much of its pack it speaks of. The rest is read head by head. Without an
 *       index all of it is.
 *   <li>A tombstone names the pack and the place of a record, not its key. So it does not matter
 *       which of several packs is the newer one, whose clock was right, or what is put later.
 *   <li>What no pack will use, since a process ended at the wrong moment, goes with what is dead,
 *       when it is an hour old.
 * </ul>
 *
 * <p>No file is ever trusted: what is no pack is left alone, with a line in the log.
 */
@NullMarked
package dev.millrace.runtime.cache.pack;

import org.jspecify.annotations.NullMarked;
