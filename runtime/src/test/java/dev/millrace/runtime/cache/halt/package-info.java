/**
 * Processes that stop dead at a change of the disk, each at another one, until there is none left.
 *
 * <pre>
 *   test --&gt; Halted: a process, "halt at change 17"
 *              its steps, told one by one --&gt; a store in a HaltingFileSystem --&gt; Halt counts
 *        &lt;-- what it told: Told, what must and what may be there now
 *        --&gt; the store is opened again, and looked at
 * </pre>
 *
 * <p>A change is whatever another process could see: a file or folder that is made, unlinked or
 * renamed, a write (before it, and with half of it done), and a statement or commit of the ledger's
 * database. What SQLite does inside one of these is its own.
 */
@NullMarked
package dev.millrace.runtime.cache.halt;

import org.jspecify.annotations.NullMarked;
