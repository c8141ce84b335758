package dev.millrace.runtime.cache.vault;

import java.time.Instant;

/**
 * What is known of all values that were put at once; of those that are in a store, by which loader.
 *
 * @param types by which their classes were found
 * @param node whose values they are, for people
 * @param nanosEach how long one took to compute
 */
record Origin(ClassLoader types, String node, Instant stored, long nanosEach) {}
