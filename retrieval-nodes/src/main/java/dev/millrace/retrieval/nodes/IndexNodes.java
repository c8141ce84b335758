package dev.millrace.retrieval.nodes;

import dev.millrace.CachePolicy;
import dev.millrace.Node;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.search.Bm25Index;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.retrieval.search.DenseIndex;
import dev.millrace.retrieval.search.MaxSimIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds what is searched. */
public final class IndexNodes {
  private IndexNodes() {}

  /** Returns an index of the passages' terms. */
  @Node
  public static Bm25Index bm25Index(List<Passage> passages, Bm25Settings bm25Settings) {
    return Bm25Index.of(passages, bm25Settings);
  }

  /** Returns an index of one vector a passage. */
  @Node
  public static DenseIndex denseIndex(List<EncodedPassage> encodedPassages) {
    return DenseIndex.of(
        ids(encodedPassages),
        encodedPassages.stream().map(each -> each.embedding().dense()).toList());
  }

  /** Returns an index of a vector a token, for late interaction. */
  @Node
  public static MaxSimIndex vectorIndex(List<EncodedPassage> encodedPassages) {
    return MaxSimIndex.of(
        ids(encodedPassages),
        encodedPassages.stream().map(each -> each.embedding().tokens()).toList());
  }

  /** Returns the passages by id, in the order of the collection; every vector is kept already. */
  @Node(cache = CachePolicy.PASS)
  public static Map<String, EncodedPassage> passageLookup(List<EncodedPassage> encodedPassages) {
    Map<String, EncodedPassage> lookup = new LinkedHashMap<>();
    encodedPassages.forEach(each -> lookup.put(each.passage().id(), each));
    return lookup;
  }

  private static List<String> ids(List<EncodedPassage> passages) {
    return passages.stream().map(each -> each.passage().id()).toList();
  }
}
