/**
 * What is counted of runs, how it is recorded, and how it is shown. Internal: {@code Progress} in
 * the package above makes what shows, and the SPI counts and records.
 *
 * <pre>
 *   RunCounts -> MapCounts -> StageCounts     counted; a RunInfo, that anybody may ask
 *             -> NodeCounts
 *   Recorder  -> RunEvent, MapEvent, ...      the JVM's flight recordings, where it has some
 *   ConsoleProgress -> ConsoleRun -> Bars     drawn, or line by line
 * </pre>
 */
@NullMarked
package dev.millrace.runtime.observe;

import org.jspecify.annotations.NullMarked;
