package dev.millrace.retrieval.evaluate;

import dev.millrace.retrieval.corpus.Judgments;

/**
 * How far judgments and run carry: what is missing lowers figures without a trace.
 *
 * @param queries judged queries; every mean is over all of these
 * @param missing of them, how many the run lacks; each counts as 0
 * @param withoutRelevant of them, how many have no relevant passage; each counts as 0
 * @param unknown queries of the run that nobody judged; left out
 * @param hits passages in the rankings of judged queries
 * @param unjudged of them, how many have no grade: holes, which count as not relevant
 * @param absent grades of passages that are not in the collection and can never be found; empty if
 *     the collection was not given
 */
public record Coverage(
    int queries,
    int missing,
    int withoutRelevant,
    int unknown,
    long hits,
    long unjudged,
    Judgments absent) {}
