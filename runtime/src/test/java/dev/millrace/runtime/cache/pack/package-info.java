@NullMarked
package dev.millrace.runtime.cache.pack;

import org.jspecify.annotations.NullMarked;
