/**
 * What a cache has in its folder: packs of results, and folders that some of these stand for.
 * Internal: called by the vault and by the command line.
 *
 * <pre>
 *   folder
 *     *.pack, *.index, ...      results                                  (cache.pack)
 *     folders/DIGEST/           what a result says that is a folder      (cache.folder)
 *     folders/...
 * </pre>
 *
 * <p>A folder is as large as its files, and goes when no result stands for it any more. Whatever
 * goes too early is a miss.
 */
@NullMarked
package dev.millrace.runtime.cache.disk;

import org.jspecify.annotations.NullMarked;
