package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.retrieval.search.TextAnalysis;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.RunListener;
import java.util.Map;

/**
 * What is to be run, on what, and how: what the options said.
 *
 * @param cache switched off where there is none
 */
record Job(
    Collection collection,
    CountedEncoder encoder,
    Cache cache,
    Engine engine,
    TextAnalysis analysis,
    int topK,
    boolean skipUnjudged) {

  /** The bundled collection is a few hundred passages: lanes are to have something to share. */
  static final int CHUNK_ROWS = 16;

  /** Returns the pipeline of the whole job. */
  HybridRetrievalPipeline pipeline(RunListener listener) {
    return HybridRetrievalPipeline.builder()
        .engine(engine)
        .chunkRows(CHUNK_ROWS)
        .cache(cache)
        .listener(listener)
        .build();
  }

  /** Returns what it is given, to fuse with a constant. */
  HybridRetrievalPipeline.Inputs inputs(int rrf) {
    return HybridRetrievalPipeline.inputs()
        .corpusPath(collection.folder().corpusFile())
        .queriesPath(collection.folder().queriesFile())
        .qrelsPath(collection.folder().judgmentsFile())
        .skipUnjudged(skipUnjudged)
        .bm25Settings(Bm25Settings.DEFAULT.analysis(analysis))
        .encoder(encoder)
        .topK(topK)
        .rrf(new RrfFusion(rrf))
        .reranker(new MaxSimReranker());
  }

  /** Returns the pipeline that answers one question. */
  SearchPipeline search(RunListener listener) {
    return SearchPipeline.builder()
        .engine(engine)
        .chunkRows(CHUNK_ROWS)
        .cache(cache)
        .listener(listener)
        .build();
  }

  /** Returns what it is given, but for the question. */
  SearchPipeline.Inputs searchInputs(int rrf) {
    return SearchPipeline.given()
        .corpusPath(collection.folder().corpusFile())
        .bm25Settings(Bm25Settings.DEFAULT.analysis(analysis))
        .encoder(encoder)
        .topK(topK)
        .rrf(new RrfFusion(rrf))
        .reranker(new MaxSimReranker());
  }

  /** Returns how often each resource was opened. */
  Map<String, Long> opened() {
    return Map.of("encoder", encoder.opened());
  }
}
