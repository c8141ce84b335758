/**
 * Searches over a whole collection, each exact, thread-safe and in one total order: by score from
 * the best down, equal scores in the order the passages were indexed. Pipelines call them per
 * query.
 *
 * <pre>
 * text   -&gt; Bm25Index    (terms)               -&gt; hits
 * vector -&gt; DenseIndex   (one per passage)     -&gt; hits
 * matrix -&gt; MaxSimIndex  (one vector per token) -&gt; hits
 * </pre>
 */
@NullMarked
package dev.millrace.retrieval.search;

import org.jspecify.annotations.NullMarked;
