package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.nodes.EncodingNodes;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.runtime.FailedItem;
import dev.millrace.testing.Executions;
import dev.millrace.testing.Failing;
import dev.millrace.testing.FakeEncoder;
import dev.millrace.testing.InjectedFailure;
import dev.millrace.testing.Samples;
import dev.millrace.testing.TwinCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The job without its model, with {@code millrace-testing}: fast, and it can be made to fail. */
class FakeEncoderJobTest {
  private static final List<Passage> PASSAGES =
      List.of(
          new Passage("p1", "Weirs", "A weir raises the water."),
          new Passage("p2", "Sluices", "A sluice lets it through."),
          new Passage("p3", "Millstones", "They grind the grain."));

  private static SearchPipeline.Inputs inputs(Encoder encoder) {
    return SearchPipeline.given()
        .passages(PASSAGES)
        .bm25Settings(Bm25Settings.DEFAULT)
        .encoder(encoder)
        .topK(3)
        .rrf(new RrfFusion(60))
        .reranker(new MaxSimReranker());
  }

  @Test
  void encodesEveryPassageInOneBatchAndTheQuestionOnce() {
    FakeEncoder encoder = new FakeEncoder(64);
    Executions executions = new Executions();
    try (var pipeline = SearchPipeline.builder().listener(executions).build()) {
      Query query = new Query("q1", "what grinds the grain");
      List<Hit> hits = pipeline.hits(inputs(encoder).query(query));
      assertEquals("p3", hits.get(0).id());
    }
    assertEquals(3 + 1, encoder.texts());
    assertEquals(1 + 1, encoder.calls());
    assertEquals(3, executions.of("encodedPassages.encodedPassage"));
    assertEquals(1, executions.of("encodedQuery"));
    executions.assertDidNotRun("passages");
  }

  @Test
  void saysWhichPassageTheEncoderFailedOn() {
    Failing failing = Failing.on(String.class, text -> text.contains("sluice"));
    Encoder encoder = failing.around(Encoder.class, new FakeEncoder(64));
    try (var pipeline = SearchPipeline.builder().build()) {
      InjectedFailure failure =
          assertThrows(InjectedFailure.class, () -> pipeline.encodedPassages(inputs(encoder)));
      assertEquals(1, ((FailedItem) failure.getSuppressed()[0]).index());
    }
  }

  @Test
  void encodesPassagesAloneAsInABatch() {
    FakeEncoder encoder = new FakeEncoder(16);
    Samples<Passage> passages =
        Samples.combine(
            Samples.strings(), Samples.strings(), (title, text) -> new Passage("p", title, text));
    TwinCheck.named("EncodingNodes#encodedPassage")
        .tries(30)
        .check(
            passages,
            passage -> EncodingNodes.encodedPassage(passage, encoder),
            batch -> EncodingNodes.encodedPassage(batch, encoder));
    assertTrue(encoder.calls() > 30);
  }
}
