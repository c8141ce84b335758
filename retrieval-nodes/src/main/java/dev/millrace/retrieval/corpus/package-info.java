/**
 * Collections to retrieve from: passages, queries and graded judgments, and the readers of their
 * files (the BEIR layout, TREC's judgments). Every other package of the retrieval nodes may use the
 * records; pipelines and commands call the readers.
 *
 * <pre>
 * corpus.jsonl  -&gt; Passage    queries.jsonl -&gt; Query    qrels.tsv -&gt; Judgments
 * </pre>
 */
@NullMarked
package dev.millrace.retrieval.corpus;

import org.jspecify.annotations.NullMarked;
