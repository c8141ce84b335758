package dev.millrace.retrieval.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgmentReaderTest {
  @TempDir Path folder;

  @Test
  void readsBeirColumnsUnderTheirHeader() {
    Judgments judgments = read("query-id\tcorpus-id\tscore\nq 2\tp1\t2\nq1\tp9\t0\nq 2\tp0\t-1\n");
    assertEquals(
        Map.of("q 2", Map.of("p1", 2, "p0", -1), "q1", Map.of("p9", 0)), judgments.grades());
    assertEquals(List.of("q 2", "q1"), List.copyOf(judgments.queryIds()), "order of the file");
    assertEquals(List.of("p1", "p0"), List.copyOf(judgments.of("q 2").keySet()));
    assertEquals(3, judgments.size());
  }

  @Test
  void readsTrecColumnsDividedBySpacesOrTabs() {
    Judgments judgments = read("1 0 31715818 1\r\n3\t0\t14717500  2 \r\n");
    assertEquals(
        Map.of("1", Map.of("31715818", 1), "3", Map.of("14717500", 2)), judgments.grades());
  }

  @Test
  void takesAQueryForNoHeaderThatIsOnlyCalledLikeOne() {
    assertMentions(fails("query-id-1\tp\t1\n"), "line 1", "without a header");
    assertEquals(List.of("query-id-1"), List.copyOf(read("query-id-1 0 p 1\n").queryIds()));
  }

  @Test
  void readsBothLayoutsToTheSame() {
    assertEquals(
        read("query-id\tcorpus-id\tscore\na\tb\t1\n"), read("a 0 b 1\n"), "one content, two files");
  }

  @Test
  void reportsAGradeThatIsNoWholeNumber() {
    assertMentions(fails("query-id\tcorpus-id\tscore\na\tb\thigh\n"), "line 2", "\"high\"");
    assertMentions(fails("a 0 b 1.0\n"), "line 1", "\"1.0\"", "whole number");
  }

  @Test
  void reportsOtherColumns() {
    assertMentions(fails("query-id\tcorpus-id\tscore\na b 1\n"), "line 2", "1 columns", "tabs");
    assertMentions(fails("a 0 b\n"), "line 1", "3 columns", "query, 0, passage, grade");
    assertMentions(fails("a\tb\t1\n"), "line 1", "without a header", "query-id");
  }

  @Test
  void reportsAnEmptyId() {
    assertMentions(fails("query-id\tcorpus-id\tscore\na\t\t1\n"), "line 2", "empty id");
  }

  @Test
  void reportsAPairJudgedTwiceWithBothLines() {
    CorpusException e = fails("a 0 b 1\na 0 c 1\na 0 b 0\n");
    assertEquals(3, e.line());
    assertMentions(e, "\"a\"", "\"b\"", "line 3", "line 1");
  }

  @Test
  void reportsAFileWithoutJudgments() {
    assertMentions(fails(""), "no judgments");
    assertMentions(fails("query-id\tcorpus-id\tscore\n"), "no judgments", "query-id");
  }

  @Test
  void findsTheFilesOfABeirFolder() throws IOException {
    Files.writeString(folder.resolve("corpus.jsonl"), "{\"_id\":\"p\",\"text\":\"t\"}");
    Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\":\"q\",\"text\":\"t\"}");
    Files.writeString(folder.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\nq\tp\t1\n");
    BeirFolder beir = new BeirFolder(folder);
    assertEquals(List.of(new Passage("p", "", "t")), beir.passages());
    assertEquals(List.of(new Query("q", "t")), beir.queries());
    assertEquals(Map.of("q", Map.of("p", 1)), beir.judgments().grades());

    Files.createDirectory(folder.resolve("qrels"));
    Files.writeString(
        folder.resolve("qrels").resolve("test.tsv"), "query-id\tcorpus-id\tscore\nq\tp\t3\n");
    assertEquals(Map.of("q", Map.of("p", 3)), beir.judgments().grades());
  }

  @Test
  void tellsWhichJudgedPassagesACollectionLacks() {
    Judgments judgments = read("q1 0 CACM-0115 1\nq1 0 CACM-115 1\nq2 0 CACM-0001 1\n");
    Judgments absent = judgments.absentFrom(List.of("CACM-0115", "CACM-0001")::contains);
    assertEquals(Map.of("q1", Map.of("CACM-115", 1)), absent.grades());
  }

  @Test
  void cannotBeChangedFromOutside() {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    grades.put("q", new HashMap<>(Map.of("p", 1)));
    Judgments judgments = new Judgments(grades);
    grades.get("q").put("p", 9);
    assertEquals(1, judgments.of("q").get("p"));
    assertThrows(UnsupportedOperationException.class, () -> judgments.of("q").put("p", 9));
    assertThrows(UnsupportedOperationException.class, () -> judgments.grades().clear());
  }

  private Judgments read(String content) {
    try {
      return CorpusReader.judgments(Files.writeString(folder.resolve("qrels.txt"), content));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private CorpusException fails(String content) {
    return assertThrows(CorpusException.class, () -> read(content));
  }

  private static void assertMentions(Exception e, String... parts) {
    for (String part : parts) {
      assertTrue(
          e.getMessage().contains(part), () -> "<" + e.getMessage() + "> lacks <" + part + ">");
    }
  }
}
