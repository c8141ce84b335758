package dev.millrace.runtime.serve;

/**
 * How large a batch may be whose calls meet.
 *
 * @param node whose they are
 * @param maxItems how many items a batch has at most, at least 1
 * @param maxWeight how heavy they are together at most
 * @param lingerNanos how long the first of a batch waits for others; 0 for not at all
 */
public record Limits(String node, int maxItems, long maxWeight, long lingerNanos) {}
