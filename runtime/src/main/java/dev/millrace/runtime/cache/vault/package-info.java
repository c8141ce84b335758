/**
 * What an engine asks for results and gives them to, in front of the stores of a cache. Internal:
 * called by {@code dev.millrace.runtime.spi}, and described by {@code dev.millrace.runtime.Cache}.
 *
 * <pre>
 *   Cache --place--&gt; Room: what all vaults at one place share (Rooms: by folder, counted)
 *   engine --get, put--&gt; Vault --&gt; Front: values in the heap, shared if immutable   (Held)
 *                              --&gt; BlobStore: packs, or the caller's          (Envelope: bytes)
 *                              --&gt; MetaStore: what was stored; last uses, behind     (Uses)
 * </pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>Nothing of a store's fails a caller: a {@code Vault} warns once per kind of fault, and it
 *       is a miss, or not stored.
 *   <li>A hit in the front takes no lock and reads no clock. It makes nothing but one array for all
 *       that are asked for together.
 *   <li>Blob before meta. What could not be stored has no entry.
 *   <li>What can be changed is never shared: it is decoded anew for each who asks. What a node
 *       returned is not shared either, but what is read of its bytes, unless it is a text or a
 *       number: the list may be the node's own.
 *   <li>A value is only given to those who name its classes by the same class loader.
 * </ul>
 */
@NullMarked
package dev.millrace.runtime.cache.vault;

import org.jspecify.annotations.NullMarked;
