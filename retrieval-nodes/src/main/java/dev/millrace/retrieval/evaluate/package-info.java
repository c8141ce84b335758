/**
 * Measures rankings against judgments by trec_eval's definitions, and says how far the judgments
 * carry. Pipelines and commands call {@link dev.millrace.retrieval.evaluate.Evaluator}.
 */
@NullMarked
package dev.millrace.retrieval.evaluate;

import org.jspecify.annotations.NullMarked;
