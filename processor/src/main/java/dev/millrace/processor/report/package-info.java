/** What can be wrong: every message in one enum, with a stable code, and the problems found. */
@NullMarked
package dev.millrace.processor.report;

import org.jspecify.annotations.NullMarked;
