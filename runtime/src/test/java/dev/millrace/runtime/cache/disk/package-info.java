@NullMarked
package dev.millrace.runtime.cache.disk;

import org.jspecify.annotations.NullMarked;
