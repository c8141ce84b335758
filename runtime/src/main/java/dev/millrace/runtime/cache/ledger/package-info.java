/**
 * What is known of results, in a database: SQLite beside the packs, or another by its JDBC URL.
 *
 * <pre>
 *   run --stored, used--&gt; queue (bounded; full: counted and dropped) --one daemon thread--&gt; Table
 *   people, eviction --find, latest, forEach, remove--&gt; what is queued, then the question --&gt; Table
 * </pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>No run waits for the database: it is opened by the thread, or by who asks.
 *   <li>Who asks gets what this process has noted before: he writes the queue himself.
 *   <li>Only {@code JdbcTable} and what is below it know {@code java.sql}. Where that or the driver
 *       is missing there is a line in the log, and the ledger is empty.
 *   <li>A file that is no database is set aside, and another begun: nothing depends on it.
 * </ul>
 */
@NullMarked
package dev.millrace.runtime.cache.ledger;

import org.jspecify.annotations.NullMarked;
