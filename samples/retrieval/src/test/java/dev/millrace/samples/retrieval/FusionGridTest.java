package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.nodes.EvaluationNodes.Scores;
import dev.millrace.retrieval.nodes.RankingMethod;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Results;
import dev.millrace.testing.Executions;
import dev.millrace.testing.FakeEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which constant fuses best: one call, in which the collection is read and encoded once. */
class FusionGridTest {
  private static HybridRetrievalPipeline.Inputs inputs(Collection collection, FakeEncoder encoder) {
    return HybridRetrievalPipeline.given()
        .corpusPath(collection.folder().corpusFile())
        .queriesPath(collection.folder().queriesFile())
        .qrelsPath(collection.folder().judgmentsFile())
        .skipUnjudged(false)
        .bm25Settings(Bm25Settings.DEFAULT)
        .encoder(encoder)
        .topK(100)
        .reranker(new MaxSimReranker());
  }

  @Test
  void encodesOnceForAllCandidates() {
    FakeEncoder encoder = new FakeEncoder(32);
    Executions executions = new Executions();
    List<RrfFusion> candidates = List.of(new RrfFusion(1), new RrfFusion(60), new RrfFusion(1000));
    try (Collection collection = Collection.bundled();
        var pipeline = HybridRetrievalPipeline.builder().listener(executions).build()) {
      var inputs = inputs(collection, encoder);
      Results<Map<RankingMethod, Scores>> grid =
          pipeline.evaluation(HybridRetrievalPipeline.over(inputs).eachRrf(candidates));
      long texts = encoder.texts();
      assertEquals(candidates.size(), grid.counts().ok());
      assertEquals(candidates.size(), executions.of("evaluation"));
      assertEquals(1, executions.of("passages"));
      for (int i = 0; i < candidates.size(); i++) {
        Map<RankingMethod, Scores> alone = pipeline.evaluation(inputs.rrf(candidates.get(i)));
        assertEquals(alone, grid.get(i).orElseThrow());
      }
      assertEquals(texts * (1 + candidates.size()), encoder.texts());
    }
  }

  @Test
  void takesEachTopKWithEachConstant() {
    try (Collection collection = Collection.bundled();
        var pipeline = HybridRetrievalPipeline.builder().build()) {
      var over =
          HybridRetrievalPipeline.over(inputs(collection, new FakeEncoder(32)))
              .eachTopK(List.of(10, 100))
              .eachRrf(List.of(new RrfFusion(1), new RrfFusion(60)))
              .product(); // 10 and 1, 10 and 60, 100 and 1, 100 and 60
      Results<Map<RankingMethod, Scores>> grid = pipeline.evaluation(over);
      assertEquals(4, grid.size());
      assertEquals("0 of 4 failed", grid.toString());
      assertEquals(4, Outcome.values(grid.outcomes()).size());
    }
  }
}
