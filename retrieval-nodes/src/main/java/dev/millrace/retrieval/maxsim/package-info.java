/**
 * Late interaction: the similarity of a query's token vectors with those of documents, read where
 * they lie. The indexes and the reranker call {@link dev.millrace.retrieval.maxsim.MaxSim}; nothing
 * else of this package is for others.
 *
 * <pre>
 * embeddings -&gt; RunPlan -&gt; runs of neighbouring rows
 * runs x query -&gt; kernel (OrtMaxSim, else PortableMaxSim): products, maxima, sums -&gt; scores
 * </pre>
 */
@NullMarked
package dev.millrace.retrieval.maxsim;

import org.jspecify.annotations.NullMarked;
