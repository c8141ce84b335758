package dev.millrace.retrieval.nodes;

/**
 * One passage in one ranking.
 *
 * @param rank its place, from 1
 */
public record Prediction(
    RankingMethod method, String queryId, String passageId, int rank, double score) {}
