package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.OnnxEncoderResource;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.retrieval.search.TextAnalysis;
import dev.millrace.runtime.Cache;
import dev.millrace.testing.Executions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, with its model, in a cache: what did not change is not computed again. */
class CachedJobTest {
  private static final String ENCODING = "encodedPassages.encodedPassage";

  private final Executions executions = new Executions();

  @TempDir private Path folder;

  private HybridRetrievalPipeline.Outputs run(HybridRetrievalPipeline.Inputs inputs) {
    executions.reset();
    try (var pipeline = pipeline()) {
      return pipeline.run(inputs);
    }
  }

  private HybridRetrievalPipeline pipeline() {
    return HybridRetrievalPipeline.builder()
        .cache(Cache.at(folder.resolve("cache")))
        .listener(executions)
        .build();
  }

  private static HybridRetrievalPipeline.Inputs inputs(Collection collection) {
    return HybridRetrievalPipeline.inputs()
        .corpusPath(collection.folder().corpusFile())
        .queriesPath(collection.folder().queriesFile())
        .qrelsPath(collection.folder().judgmentsFile())
        .skipUnjudged(false)
        .bm25Settings(Bm25Settings.DEFAULT)
        .encoder(OnnxEncoderResource.of(EncoderModel.allMiniLmL6V2()))
        .topK(100)
        .rrf(new RrfFusion(60))
        .reranker(new MaxSimReranker());
  }

  @Test
  void encodesAndIndexesOnceAndComesToTheSame() {
    try (Collection collection = Collection.bundled()) {
      var inputs = inputs(collection);
      var first = run(inputs);
      executions.assertRan(ENCODING, "denseIndex", "vectorIndex", "bm25Index");

      var again = run(inputs);
      executions.assertDidNotRun(
          "passages",
          "bm25Index",
          "denseIndex",
          "vectorIndex",
          ENCODING,
          "encodedQueries.encodedQuery",
          "ndcg",
          "recall",
          "evaluation",
          "encoderFacts");
      assertEquals(first.evaluation(), again.evaluation());
      assertEquals(first.allPredictions(), again.allPredictions());
      assertEquals(first.encodedPassages(), again.encodedPassages());

      run(inputs.bm25Settings(Bm25Settings.DEFAULT.analysis(TextAnalysis.STANDARD)));
      executions.assertRan("bm25Index", "evaluation");
      executions.assertDidNotRun("passages", "denseIndex", "vectorIndex", ENCODING);

      run(inputs.rrf(new RrfFusion(10)));
      executions.assertRan("allPredictions.fusedHits", "evaluation");
      executions.assertDidNotRun("bm25Index", "denseIndex", "vectorIndex", ENCODING);
    }
  }

  @Test
  void encodesOnlyThePassageThatIsNew() throws IOException {
    try (Collection collection = Collection.bundled()) {
      Path corpus = folder.resolve("corpus.jsonl");
      String text =
          Files.readAllLines(collection.folder().corpusFile()).stream()
              .limit(20)
              .collect(Collectors.joining("\n"));
      Files.writeString(corpus, text);
      var inputs = inputs(collection).corpusPath(corpus);
      int passages = run(inputs).passages().size();

      Files.writeString(
          corpus, "{\"_id\": \"new\", \"title\": \"Bellows\", \"text\": \"They blow.\"}\n" + text);
      assertEquals(passages + 1, run(inputs).passages().size());
      assertEquals(1, executions.of(ENCODING));
      executions.assertRan("passages", "bm25Index", "denseIndex", "vectorIndex");

      Files.writeString(corpus, text);
      run(inputs);
      executions.assertDidNotRun("passages", "bm25Index", "denseIndex", "vectorIndex", ENCODING);
    }
  }

  @Test
  void whatChangesVectorsIsAnotherModelAndWhatChangesSpeedIsNot() {
    EncoderModel model = EncoderModel.allMiniLmL6V2();
    try (Collection collection = Collection.bundled()) {
      encodeQueries(collection, model);
      executions.assertRan("encodedQueries.encodedQuery");
      encodeQueries(collection, model.options(model.options().workers(1)));
      executions.assertDidNotRun("encodedQueries.encodedQuery");
      encodeQueries(collection, model.options(model.options().maxTokens(16)));
      executions.assertRan("encodedQueries.encodedQuery");
    }
  }

  private void encodeQueries(Collection collection, EncoderModel model) {
    executions.reset();
    try (var pipeline = pipeline()) {
      pipeline.encodedQueries(inputs(collection).encoder(OnnxEncoderResource.of(model)));
    }
  }
}
