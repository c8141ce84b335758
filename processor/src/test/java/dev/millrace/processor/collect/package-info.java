/** What the readers do with types that are data, without a compiler. */
@NullMarked
package dev.millrace.processor.collect;

import org.jspecify.annotations.NullMarked;
