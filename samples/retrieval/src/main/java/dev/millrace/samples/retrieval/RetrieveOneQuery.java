package dev.millrace.samples.retrieval;

import dev.millrace.Pipeline;
import dev.millrace.retrieval.nodes.RetrievalNodes;

/** What happens to one query: search, fuse, rerank. It never knows that there are others. */
@Pipeline(RetrievalNodes.class)
public interface RetrieveOneQuery {}
