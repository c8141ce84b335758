/** Plans made by hand, without a compiler. */
@NullMarked
package dev.millrace.processor.plan;

import org.jspecify.annotations.NullMarked;
