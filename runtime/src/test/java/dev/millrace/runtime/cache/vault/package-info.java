@NullMarked
package dev.millrace.runtime.cache.vault;

import org.jspecify.annotations.NullMarked;
