package million;

import dev.millrace.runtime.Engine;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Encodes a million texts with each engine that streams, in a heap too small for their tokens. */
final class Main {
  private static final int ITEMS = 1_000_000;

  private Main() {}

  /** The texts, made when they are asked for. */
  private static final class Texts extends AbstractList<String> {
    @Override
    public String get(int index) {
      return "text " + index;
    }

    @Override
    public int size() {
      return ITEMS;
    }
  }

  private static long checksum(long sum, Million.Vector vector) {
    return 31 * (31 * sum + vector.tokens()) + Arrays.hashCode(vector.numbers());
  }

  public static void main(String[] args) {
    long expected = 0;
    Encoder encoder = new Encoder();
    for (String text : new Texts()) {
      int[] tokens = Million.Encoding.tokens(text);
      expected = checksum(expected, Million.Encoding.vector(tokens, encoder));
    }
    for (Engine engine : new Engine[] {Engine.AUTO, Engine.STREAMED}) {
      try (MillionPipeline pipeline = MillionPipeline.builder().engine(engine).build()) {
        List<Million.Vector> vectors =
            pipeline.vectors(
                MillionPipeline.given().texts(new Texts()).encoder(EncoderResource.of()));
        long sum = 0;
        for (Million.Vector vector : vectors) {
          sum = checksum(sum, vector);
        }
        System.out.println(engine + " " + vectors.size() + " " + (sum == expected));
      }
    }
  }
}
