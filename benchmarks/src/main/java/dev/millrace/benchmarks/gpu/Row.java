package dev.millrace.benchmarks.gpu;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

/**
 * What one way of encoding took.
 *
 * @param way who, on which device
 * @param vectors what came back
 * @param budget the most tokens at once, padding included
 * @param texts how many texts were encoded in a round
 * @param textsPerSecond by the clock, the median of the rounds
 * @param tokensPerSecond the same in tokens, without padding
 * @param bytesPerText what came back from the network for a text
 * @param leastCosine to the same text's vector from the CPU; NaN where the weights are others
 */
@JsonPropertyOrder({
  "way",
  "vectors",
  "budget",
  "texts",
  "textsPerSecond",
  "tokensPerSecond",
  "bytesPerText",
  "leastCosine"
})
record Row(
    String way,
    String vectors,
    int budget,
    int texts,
    double textsPerSecond,
    double tokensPerSecond,
    double bytesPerText,
    double leastCosine) {
  private static final String HEAD = "%-44s %-16s %7s %7s %10s %12s %11s %12s";
  private static final String LINE = "%-44s %-16s %7d %7d %10.1f %12.0f %11.0f %12.6f";

  /** Returns a table of these rows. */
  static String table(List<Row> rows) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                HEAD,
                "way",
                "vectors",
                "budget",
                "texts",
                "texts/s",
                "tokens/s",
                "bytes/text",
                "least cosine"));
    for (Row row : rows) {
      table.append('\n').append(row.line());
    }
    return table.append('\n').toString();
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        LINE,
        way,
        vectors,
        budget,
        texts,
        textsPerSecond,
        tokensPerSecond,
        bytesPerText,
        leastCosine);
  }
}
