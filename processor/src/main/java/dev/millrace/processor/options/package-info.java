/** What a build may ask of the processor with {@code -Amillrace.…}, and what it asked. */
@NullMarked
package dev.millrace.processor.options;

import org.jspecify.annotations.NullMarked;
