/** The unification of type variables on plain records, without a compiler. */
@NullMarked
package dev.millrace.processor.resolve;

import org.jspecify.annotations.NullMarked;
