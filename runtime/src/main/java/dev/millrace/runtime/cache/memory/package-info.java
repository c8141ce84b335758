/** Stores in the heap, for tests and for who wants a cache while a process lasts. */
@NullMarked
package dev.millrace.runtime.cache.memory;

import org.jspecify.annotations.NullMarked;
