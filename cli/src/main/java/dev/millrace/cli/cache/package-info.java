/**
 * {@code millrace cache …}: a class per command. Called by {@code Main} alone.
 *
 * <pre>
 *   command --CacheOption--&gt; CacheFolder --&gt; packs (PackStore), ledger (Ledger, or none)
 *           --Results (both, joined)--&gt; Selection, Table, Json
 * </pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>What only looks writes nothing, and a folder that is no cache never becomes one.
 *   <li>Packs say which results there are; the ledger says what is known of them. Without a ledger
 *       the commands do with less.
 *   <li>Others may write the cache meanwhile.
 * </ul>
 */
@NullMarked
package dev.millrace.cli.cache;

import org.jspecify.annotations.NullMarked;
