package encoding;

import dev.millrace.Batch;
import dev.millrace.CacheKeyed;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.List;

@Pipeline
interface Encoding {
  record Passage(String id, String text) {}

  interface Encoder extends CacheKeyed {
    float[] encode(String text) throws IOException;
  }

  @Nested(Nodes.class)
  List<float[]> vectors(@Each("passage") List<Passage> passages);

  final class Nodes {
    private Nodes() {}

    @Node
    static float[] vector(Passage passage, Encoder encoder) throws IOException {
      return encoder.encode(passage.text());
    }

    @Batch
    static List<float[]> vector(List<Passage> passages, Encoder encoder) throws IOException {
      float[] first = encoder.encode(passages.get(0).text());
      return passages.stream().map(passage -> first).toList();
    }

    @Node
    static float[] normal(float[] vector) {
      return vector;
    }
  }
}
