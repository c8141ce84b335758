/**
 * The command {@code millrace}. Nobody calls it but users.
 *
 * <pre>
 *   Main -&gt; cli.cache (a class per command) -&gt; runtime: PackStore, Ledger, Eviction
 * </pre>
 */
@NullMarked
package dev.millrace.cli;

import org.jspecify.annotations.NullMarked;
