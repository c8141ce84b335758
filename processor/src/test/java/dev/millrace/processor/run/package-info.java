/** What generated pipelines do when they run: the programs under {@code resources/programs}. */
@NullMarked
package dev.millrace.processor.run;

import org.jspecify.annotations.NullMarked;
