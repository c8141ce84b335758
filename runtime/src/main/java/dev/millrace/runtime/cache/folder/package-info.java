/**
 * Results that are folders: indexes, which are opened and not read.
 *
 * <pre>
 *   folders
 *     DIGEST/       what a codec wrote, and nothing else; the digest of its manifest is its name
 *     DIGEST.lock   shared by who has it open or puts it, taken by who removes it; empty
 *     DIGEST.used   its time is that of the last put; empty
 *     RANDOM.new/   is being written, while somebody has RANDOM.lock; else a leftover
 *     RANDOM.old/   is being removed
 *
 *   put  --&gt; RANDOM.new --&gt; manifest: name, size, SHA-256 of each file --&gt; on disk --&gt; DIGEST
 *        --&gt; a blob: the manifest, and its digest
 *   open --&gt; the blob --&gt; are names and sizes those of the manifest? --&gt; the codec opens it
 * </pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>A folder that has its name is whole, and on the disk: it is renamed last.
 *   <li>Nothing in it is changed. It is moved away as a whole, and who has mapped it keeps it.
 *   <li>A blob whose folder is gone, or is not what it was, is a miss.
 *   <li>A lock is the system's and ends with the process. No number of a process means anything.
 *   <li>Times are those of the file system, compared with nobody's clock.
 * </ul>
 *
 * <p>Internal: for the cache.
 */
@NullMarked
package dev.millrace.runtime.cache.folder;

import org.jspecify.annotations.NullMarked;
