package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.OnnxEncoderResource;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.runtime.Engine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job, with its model, comes to the same on every engine: vectors, hits and measures. */
@Tag("once")
class EnginesTest {
  @Test
  void everyEngineComesToTheSameBits() {
    HybridRetrievalPipeline.Outputs inline = outputs(Engine.INLINE, 256);
    same(inline, outputs(Engine.STREAMED, Job.CHUNK_ROWS));
    same(inline, outputs(Engine.STRAIGHT, 256));
  }

  private static HybridRetrievalPipeline.Outputs outputs(Engine engine, int chunkRows) {
    try (Collection collection = Collection.bundled();
        var pipeline =
            HybridRetrievalPipeline.builder()
                .engine(engine)
                .lanes(3)
                .chunkRows(chunkRows)
                .build()) {
      return pipeline.run(
          HybridRetrievalPipeline.inputs()
              .corpusPath(collection.folder().corpusFile())
              .queriesPath(collection.folder().queriesFile())
              .qrelsPath(collection.folder().judgmentsFile())
              .skipUnjudged(false)
              .bm25Settings(Bm25Settings.DEFAULT)
              .encoder(OnnxEncoderResource.of(EncoderModel.allMiniLmL6V2()))
              .topK(100)
              .rrf(new RrfFusion(60))
              .reranker(new MaxSimReranker()));
    }
  }

  static void same(HybridRetrievalPipeline.Outputs one, HybridRetrievalPipeline.Outputs other) {
    assertEquals(one.encodedPassages(), other.encodedPassages());
    assertEquals(one.encodedQueries(), other.encodedQueries());
    assertEquals(one.allPredictions(), other.allPredictions());
    assertEquals(one.evaluation(), other.evaluation());
  }
}
