package dev.millrace.retrieval.search;

import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of an index by ordinal: the order of indexing, which is also the order of ties. */
final class PassageIds {
  private final List<String> ids;

  /**
   * Keeps the ids.
   *
   * @throws IllegalArgumentException if one is there twice
   */
  PassageIds(List<String> ids) {
    this.ids = List.copyOf(ids);
    Map<String, Integer> seen = new HashMap<>();
    for (int ordinal = 0; ordinal < this.ids.size(); ordinal++) {
      @Nullable Integer first = seen.putIfAbsent(this.ids.get(ordinal), ordinal);
      if (first != null) {
        throw new IllegalArgumentException(
            "passage \"%s\" is number %d and number %d; an index has each passage once"
                .formatted(this.ids.get(ordinal), first, ordinal));
      }
    }
  }

  /**
   * Keeps the ids of as many vectors.
   *
   * @throws IllegalArgumentException if one is there twice, or there are more or fewer
   */
  PassageIds(List<String> ids, int vectors) {
    this(ids);
    if (ids.size() != vectors) {
      throw new IllegalArgumentException(
          ids.size() + " ids for " + vectors + " embeddings; give one for each, in one order");
    }
  }

  private PassageIds(String[] ids) {
    this.ids = List.of(ids);
  }

  /** Returns what {@link #write} wrote: ids that were found to be different then. */
  static PassageIds read(BlobIn in) {
    String[] ids = new String[in.count(1)];
    Arrays.setAll(ids, i -> in.text());
    return new PassageIds(ids);
  }

  void write(BlobOut out) {
    out.size(ids.size());
    ids.forEach(out::text);
  }

  /**
   * Returns these ids, of as many passages.
   *
   * @throws IOException if there are more or fewer
   */
  PassageIds checked(int passages) throws IOException {
    if (passages != size()) {
      throw new IOException("%d ids are stored for %d passages".formatted(size(), passages));
    }
    return this;
  }

  int size() {
    return ids.size();
  }

  String id(int ordinal) {
    return ids.get(ordinal);
  }

  /**
   * Returns the best of all passages, equal scores by ordinal.
   *
   * @param scores by ordinal; negative infinity means that a passage is not a hit
   */
  List<Hit> best(double[] scores, int k) {
    TopK top = new TopK(k);
    for (int ordinal = 0; ordinal < scores.length; ordinal++) {
      if (Double.isNaN(scores[ordinal])) {
        throw new IllegalArgumentException(
            "passage \"%s\" scores NaN: its vectors hold NaN or infinity; encode it again"
                .formatted(id(ordinal)));
      }
      if (scores[ordinal] > Double.NEGATIVE_INFINITY) {
        top.offer(ordinal, scores[ordinal]);
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int ordinal : top.ordinals()) {
      hits.add(new Hit(id(ordinal), scores[ordinal]));
    }
    return List.copyOf(hits);
  }

  /**
   * Checks how many hits are asked for.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  static void checkCount(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + "; expected the number of hits, 1 or more");
    }
  }
}
