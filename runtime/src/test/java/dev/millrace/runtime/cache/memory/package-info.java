@NullMarked
package dev.millrace.runtime.cache.memory;

import org.jspecify.annotations.NullMarked;
