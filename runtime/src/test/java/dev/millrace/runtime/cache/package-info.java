@NullMarked
package dev.millrace.runtime.cache;

import org.jspecify.annotations.NullMarked;
