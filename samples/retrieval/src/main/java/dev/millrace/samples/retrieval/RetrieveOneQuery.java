package dev.millrace.samples.retrieval;

import dev.millrace.Pipeline;
import dev.millrace.retrieval.nodes.FusionNodes;
import dev.millrace.retrieval.nodes.PredictionNodes;
import dev.millrace.retrieval.nodes.RetrievalNodes;

/**
 * What happens to one query: search, fuse, rerank. It never knows that there are others. Indexes
 * are known to a cache by what they were made of; who uses this alone and gives his own has no key.
 */
@SuppressWarnings("NotCached")
@Pipeline({RetrievalNodes.class, FusionNodes.class, PredictionNodes.class})
public interface RetrieveOneQuery {}
