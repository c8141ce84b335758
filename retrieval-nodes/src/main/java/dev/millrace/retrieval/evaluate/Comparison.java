package dev.millrace.retrieval.evaluate;

/**
 * How two runs compare by a measure, query by query.
 *
 * @param measure what was compared
 * @param queries how many there are, all of them judged
 * @param difference the first run's mean less the second's
 * @param better how many queries the first run does better at
 * @param worse how many it does worse at; the rest are even
 * @param p the share of all ways to exchange the runs' values, query by query, by which the means
 *     would lie as far apart as they do: what chance alone would give. From 0 to 1, never 0
 */
public record Comparison(
    Measure measure, int queries, double difference, int better, int worse, double p) {}
