package dev.millrace.retrieval.search;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Vectors by chance, some of them equal, some zero, in several slabs and in no order there. */
final class Vectors {
  private Vectors() {}

  /** Returns vectors of so many rows each. */
  static List<Embedding> of(Random random, int dim, int... rows) {
    List<Embedding> vectors = new ArrayList<>();
    Slab slab = filled(random, dim);
    for (int count : rows) {
      if (random.nextInt(10) == 0) {
        slab = filled(random, dim);
      }
      vectors.add(slab.rows(random.nextInt(slab.rows() - count + 1), count));
    }
    return vectors;
  }

  private static Slab filled(Random random, int dim) {
    Slab slab = Slab.allocate(64, dim);
    FloatBuffer floats = slab.floats(0, slab.rows());
    for (int i = 0; i < floats.capacity(); i++) {
      boolean isZero = i / dim % 16 == 3;
      floats.put(i, isZero ? 0 : random.nextFloat() - 0.5f);
    }
    return slab;
  }

  static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "passage " + i).toList();
  }
}
