/** Tests of the streamed executor. */
@NullMarked
package dev.millrace.runtime.exec;

import org.jspecify.annotations.NullMarked;
