package million;

import dev.millrace.Stateful;
import java.util.List;

/** Gives the vectors of a batch in one array, as models do. */
@Stateful
final class Encoder {
  static final int DIMENSION = 8;

  float[] encode(List<int[]> batch) {
    float[] vectors = new float[batch.size() * DIMENSION];
    for (int row = 0; row < batch.size(); row++) {
      int[] tokens = batch.get(row);
      for (int i = 0; i < tokens.length; i++) {
        vectors[row * DIMENSION + i % DIMENSION] += tokens[i] * 0x1p-16f;
      }
    }
    return vectors;
  }
}
