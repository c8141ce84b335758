package dev.millrace.retrieval.corpus;

import dev.millrace.ByContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder in BEIR's layout: {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels.tsv} or
 * {@code qrels/test.tsv}.
 *
 * @param root the folder
 */
public record BeirFolder(@ByContent Path root) {
  /**
   * Returns the passages in the order of the file.
   *
   * @throws CorpusException as {@link CorpusReader#passages(Path)} does
   */
  public List<Passage> passages() {
    return CorpusReader.passages(corpusFile());
  }

  /**
   * Returns all queries in the order of the file; there may be more of them than judged ones.
   *
   * @throws CorpusException as {@link CorpusReader#queries} does
   */
  public List<Query> queries() {
    return CorpusReader.queries(queriesFile());
  }

  /**
   * Returns the judgments in the order of the file.
   *
   * @throws CorpusException as {@link CorpusReader#judgments} does
   */
  public Judgments judgments() {
    return CorpusReader.judgments(judgmentsFile());
  }

  /** Returns where the passages are. */
  public Path corpusFile() {
    return root.resolve("corpus.jsonl");
  }

  /** Returns where the queries are. */
  public Path queriesFile() {
    return root.resolve("queries.jsonl");
  }

  /**
   * Returns where the judgments are: {@code qrels/test.tsv} if there is one, else {@code
   * qrels.tsv}.
   */
  public Path judgmentsFile() {
    Path test = root.resolve("qrels").resolve("test.tsv");
    return Files.exists(test) ? test : root.resolve("qrels.tsv");
  }
}
