package dev.millrace.samples.retrieval;

import dev.millrace.Pipeline;
import dev.millrace.retrieval.nodes.FusionNodes;
import dev.millrace.retrieval.nodes.PredictionNodes;
import dev.millrace.retrieval.nodes.RetrievalNodes;

/**
 * What happens to one query: search, fuse, rerank. It never knows that there are others. Indexes
 * that are given to it have no keys; those that the pipeline around it builds are keyed by that.
 */
@SuppressWarnings("NotCached")
@Pipeline({RetrievalNodes.class, FusionNodes.class, PredictionNodes.class})
public interface RetrieveOneQuery {}
