/**
 * What the stores of a cache have in common. Internal: users see {@code BlobStore}, {@code
 * MetaStore} and {@code Signature} in {@code dev.millrace.runtime}.
 *
 * <pre>
 *   cache.pack      BlobStore: a folder of packs; a shared folder, one object per batch
 *   cache.folder    results that are folders; a blob stands for each
 *   cache.ledger    MetaStore: a database, written behind
 *   cache.memory    both, in the heap
 * </pre>
 */
@NullMarked
package dev.millrace.runtime.cache;

import org.jspecify.annotations.NullMarked;
