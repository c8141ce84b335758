package million;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts become tokens, which are large, and those become vectors, which are small. */
@Pipeline
interface Million {
  @Nested(value = Encoding.class, output = "vector")
  List<Vector> vectors(@Each("text") List<String> texts);

  /** What is collected. */
  record Vector(int tokens, float[] numbers) {}

  /** One text. */
  final class Encoding {
    private Encoding() {}

    @Node
    static int[] tokens(String text) {
      int[] tokens = new int[80];
      int state = text.hashCode();
      for (int i = 0; i < tokens.length; i++) {
        state = state * 1103515245 + 12345;
        tokens[i] = state >>> 16;
      }
      return tokens;
    }

    @Node
    static Vector vector(int[] tokens, Encoder encoder) {
      return vector(List.of(tokens), encoder).get(0);
    }

    @Batch
    static List<Vector> vector(List<int[]> tokens, Encoder encoder) {
      float[] all = encoder.encode(tokens);
      List<Vector> vectors = new ArrayList<>(tokens.size());
      for (int row = 0; row < tokens.size(); row++) {
        int from = row * Encoder.DIMENSION;
        vectors.add(
            new Vector(
                tokens.get(row).length, Arrays.copyOfRange(all, from, from + Encoder.DIMENSION)));
      }
      return vectors;
    }
  }
}
