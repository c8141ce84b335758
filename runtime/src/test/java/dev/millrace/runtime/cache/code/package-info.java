/** Tests of the code hash, over programs that are compiled while they run. */
@NullMarked
package dev.millrace.runtime.cache.code;

import org.jspecify.annotations.NullMarked;
