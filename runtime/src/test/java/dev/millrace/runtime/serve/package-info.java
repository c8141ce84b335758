/** Tests of how calls meet. */
@NullMarked
package dev.millrace.runtime.serve;

import org.jspecify.annotations.NullMarked;
