/** Rules on records, without a compiler. */
@NullMarked
package dev.millrace.processor.validate;

import org.jspecify.annotations.NullMarked;
