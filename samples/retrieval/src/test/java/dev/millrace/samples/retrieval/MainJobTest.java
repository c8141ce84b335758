package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.corpus.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MainJobTest {
  @Test
  void shipsACollectionThatIsLargeAndJudged() {
    try (Collection collection = Collection.bundled()) {
      List<Passage> passages = collection.folder().passages();
      Judgments judgments = collection.folder().judgments();
      assertTrue(passages.size() >= 150, passages.size() + " passages");
      assertTrue(judgments.queryIds().size() >= 40, judgments.queryIds().size() + " queries");
      Set<String> ids = passages.stream().map(Passage::id).collect(Collectors.toSet());
      assertEquals(0, judgments.absentFrom(ids::contains).size());
    }
  }

  @Test
  void measuresEveryMethodAndNoneIsPerfect() throws IOException {
    Invocation done = Invocation.of("--json");
    assertEquals(0, done.code(), done.err());
    assertEquals(1, done.out().strip().lines().count(), "one object and nothing else");
    JsonNode report = new ObjectMapper().readTree(done.out());
    List<String> names = new ArrayList<>();
    report.get("methods").fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("bm25", "dense", "maxsim", "fused", "reranked"), names);
    for (JsonNode method : report.get("methods")) {
      double ndcg = method.get("ndcg@10").asDouble();
      assertTrue(ndcg > 0.5 && ndcg < 0.95, report::toString);
      double recall = method.get("recall@100").asDouble();
      assertTrue(recall > 0.85 && recall <= 1, report::toString);
      assertTrue(method.get("ms_per_query").asDouble() > 0, report::toString);
    }
    assertEquals(384, report.get("encoder").get("dim").asInt());
    assertTrue(report.get("cache").isNull());
  }

  @Test
  void printsTheGraphTheExamplesAndTheTable() {
    Invocation done = Invocation.of();
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("encodedPassages = for each passage: EncodingNodes("));
    assertTrue(done.out().contains("[in batches]"));
    assertTrue(done.out().contains("method       nDCG@10   recall@100   ms/query"));
  }

  @Test
  void answersAQuestion() {
    Invocation done = Invocation.of("--query", "how does a tide mill work");
    assertEquals(0, done.code(), done.err());
    assertTrue(
        done.out().lines().skip(2).findFirst().orElse("").contains("Tide mills"), done.out());
  }

  @Test
  void answersAQuestionAsJson() throws IOException {
    Invocation done = Invocation.of("--query", "Who measured overshot wheels?", "--json");
    JsonNode answer = new ObjectMapper().readTree(done.out());
    assertEquals("Who measured overshot wheels?", answer.get("query").asText());
    assertEquals(10, answer.get("hits").size());
    assertEquals(1, answer.get("hits").get(0).get("rank").asInt());
  }
}
