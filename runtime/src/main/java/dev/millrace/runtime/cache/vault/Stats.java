package dev.millrace.runtime.cache.vault;

/**
 * What a vault has done.
 *
 * @param frontHits values that were in the heap
 * @param storeHits values that were read from the store
 * @param misses values that were nowhere
 * @param puts values that were stored
 * @param bytes that were given to the store
 * @param failures how often a store or a codec failed
 */
public record Stats(
    long frontHits, long storeHits, long misses, long puts, long bytes, long failures) {}
