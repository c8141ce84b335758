/**
 * The main job: hybrid retrieval over a collection, from its files to a table of scores.
 *
 * <pre>
 *   Main -> RetrievalCommand -> HybridRetrieval   the whole job, evaluated
 *                            -> Search            one question, answered
 *   RetrieveOneQuery   what both do for a query
 * </pre>
 */
package dev.millrace.samples.retrieval;
