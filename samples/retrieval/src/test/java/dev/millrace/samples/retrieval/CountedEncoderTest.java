package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who counts how often an encoder is opened finds what was stored under the encoder itself. */
class CountedEncoderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"INLINE", "STREAMED"})
  void hasTheKeyOfWhatItCountsAndWhatIsFoundIsTheSameToTheBit(Engine engine) {
    Cache cache = Cache.at(folder);
    var stored = outputs(engine, cache, KeyedFakeEncoderResource.of(32));
    CountedEncoder counted = new CountedEncoder(KeyedFakeEncoderResource.of(32));
    var found = outputs(engine, cache, counted);
    assertEquals(0, counted.opened());

    CountedEncoder wider = new CountedEncoder(KeyedFakeEncoderResource.of(33));
    outputs(engine, cache, wider);
    assertEquals(1, wider.opened());

    CountedEncoder uncached = new CountedEncoder(KeyedFakeEncoderResource.of(32));
    var computed = outputs(engine, cache.enabled(false), uncached);
    assertEquals(1, uncached.opened());
    EnginesTest.same(computed, stored);
    EnginesTest.same(computed, found);
  }

  private static HybridRetrievalPipeline.Outputs outputs(
      Engine engine, Cache cache, Resource<? extends Encoder> encoder) {
    try (Collection collection = Collection.bundled();
        var pipeline =
            HybridRetrievalPipeline.builder()
                .engine(engine)
                .chunkRows(Job.CHUNK_ROWS)
                .cache(cache)
                .build()) {
      return pipeline.run(
          HybridRetrievalPipeline.inputs()
              .corpusPath(collection.folder().corpusFile())
              .queriesPath(collection.folder().queriesFile())
              .qrelsPath(collection.folder().judgmentsFile())
              .skipUnjudged(false)
              .bm25Settings(Bm25Settings.DEFAULT)
              .encoder(encoder)
              .topK(100)
              .rrf(new RrfFusion(60))
              .reranker(new MaxSimReranker()));
    }
  }
}
