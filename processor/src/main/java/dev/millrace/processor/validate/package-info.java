/** The third stage: one rule a class, each over the whole graph; all problems in one pass. */
@NullMarked
package dev.millrace.processor.validate;

import org.jspecify.annotations.NullMarked;
