/** How runs are shown. Internal: {@code Progress} in the package above makes what is here. */
@NullMarked
package dev.millrace.runtime.observe;

import org.jspecify.annotations.NullMarked;
