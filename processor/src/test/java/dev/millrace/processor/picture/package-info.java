/** Texts of plans, made of records without a compiler. */
@NullMarked
package dev.millrace.processor.picture;

import org.jspecify.annotations.NullMarked;
