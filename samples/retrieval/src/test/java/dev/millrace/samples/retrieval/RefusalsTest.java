package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be done is said in one line, with exit code 2, and nothing is printed as a result.
 */
class RefusalsTest {
  @TempDir Path folder;

  @BeforeEach
  void writesASmallCollection() throws IOException {
    write(
        "corpus.jsonl",
        """
        {"id": "p1", "title": "Weirs", "text": "A weir raises the water."}
        {"id": "p2", "title": "Sluices", "text": "A sluice lets it through."}
        """);
    write("queries.jsonl", "{\"id\": \"q1\", \"text\": \"what raises the water\"}\n");
    write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\tp1\t1\n");
  }

  @Test
  void takesTheCollectionAsItIs() {
    Invocation done = Invocation.of("--corpus", folder.toString(), "--json");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("\"bm25\":{\"ndcg@10\":1.0,"), done.out());
  }

  @Test
  void namesAnUnknownOption() {
    refuses("Unknown option: '--corpsu'", "--corpsu");
  }

  @Test
  void namesAMissingFolder() {
    refuses("there is no such file", "--corpus", folder.resolve("nowhere").toString());
  }

  @Test
  void namesAMissingFile() throws IOException {
    Files.delete(folder.resolve("qrels.tsv"));
    refuses("qrels.tsv: there is no such file");
  }

  @Test
  void namesTheLineThatIsNoJson() throws IOException {
    write("corpus.jsonl", "{\"id\": \"p1\", \"text\": \"x\"}\n{\"id\": \"p2\", \"text\": \n");
    refuses("corpus.jsonl, line 2: malformed JSON");
  }

  @Test
  void namesAQueryWithoutJudgments() throws IOException {
    write(
        "queries.jsonl",
        "{\"id\": \"q1\", \"text\": \"water\"}\n{\"id\": \"q2\", \"text\": \"fire\"}\n");
    refuses("query \"q2\" (\"fire\") has no judgments");
  }

  @Test
  void leavesOutUnjudgedQueriesWhenTold() throws IOException {
    write(
        "queries.jsonl",
        "{\"id\": \"q1\", \"text\": \"water\"}\n{\"id\": \"q2\", \"text\": \"fire\"}\n");
    Invocation done = Invocation.of("--corpus", folder.toString(), "--json", "--skip-unjudged");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("\"queries\":1,"), done.out());
  }

  @Test
  void warnsOfJudgmentsThatCanNeverBeFound() throws IOException {
    write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\tp1\t1\nq1\tp9\t1\nq7\tp1\t1\n");
    Invocation done = Invocation.of("--corpus", folder.toString(), "--json");
    assertEquals(0, done.code(), done.err());
    assertEquals(
        List.of(
            "warning: 1 judgments are of passages that are not in the corpus (query \"q1\", passage"
                + " \"p9\"); they count as not found",
            "warning: 1 judged queries are not in the file of queries (\"q7\"); each counts as 0"),
        done.err().lines().toList());
  }

  @Test
  void namesADuplicateId() throws IOException {
    write("corpus.jsonl", "{\"id\": \"p1\", \"text\": \"x\"}\n{\"id\": \"p1\", \"text\": \"y\"}\n");
    refuses("\"p1\"");
  }

  @Test
  void namesAnEmptyQuestion() {
    refuses("--query is empty", "--query", " ");
  }

  @Test
  void namesATopKThatIsNone() {
    refuses("--top-k is 0; it must be at least 1", "--top-k", "0");
  }

  @Test
  void namesASweepOfWhatCannotBeVaried() {
    refuses(
        "'--sweep': \"topk\" cannot be varied, only rrf; give whole numbers from 0 on,"
            + " each once, as in rrf=20,60,100",
        "--sweep",
        "topk=1,2");
    refuses("\"20,60\" names nothing to vary", "--sweep", "20,60");
  }

  @Test
  void namesAValueThatASweepCannotTry() {
    refuses("\"x\" is no whole number", "--sweep", "rrf=20,x");
    refuses("\"\" is no whole number", "--sweep", "rrf=");
    refuses("\"99999999999\" is no whole number up to 2147483647", "--sweep", "rrf=99999999999");
    refuses("\"-1\" is less than 0", "--sweep", "rrf=20,-1");
    refuses("20 is there twice", "--sweep", "rrf=20,60,20");
  }

  @Test
  void namesWhatASweepExcludes() {
    refuses("--sweep and --query exclude each other", "--sweep", "rrf=1", "--query", "x");
    refuses("--sweep and --rrf exclude each other", "--sweep", "rrf=1", "--rrf", "60");
  }

  @Test
  void namesAFileThatStandsInTheCachesPlace() {
    String file = folder.resolve("qrels.tsv").toString();
    refuses("--cache is " + file + ", which is no folder", "--cache", file);
  }

  @Test
  void namesTheQueryThatNoSweepCanMeasure() throws IOException {
    write("queries.jsonl", "{\"id\": \"q2\", \"text\": \"fire\"}\n");
    refuses(
        "none of the 1 queries has a judgment",
        "--corpus",
        folder.toString(),
        "--sweep",
        "rrf=1,2");
  }

  private void refuses(String message, String... arguments) {
    Invocation refused =
        arguments.length == 0
            ? Invocation.of("--corpus", folder.toString())
            : Invocation.of(arguments);
    assertEquals(2, refused.code(), refused.err());
    assertEquals("", refused.out());
    assertTrue(refused.err().contains(message), refused.err());
    assertEquals(1, refused.err().strip().lines().count(), refused.err());
    assertFalse(refused.err().contains("\tat "), refused.err());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
