package dev.millrace.retrieval.remote;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.runtime.Outcome;
import java.net.URI;
import java.util.List;

/** Collections from one address, and from many. */
@Pipeline(RemoteCorpus.class)
interface Loading {
  @Nested(RemoteCorpus.class)
  List<Outcome<List<Passage>>> shards(@Each("corpusUri") List<URI> corpusUris);
}
