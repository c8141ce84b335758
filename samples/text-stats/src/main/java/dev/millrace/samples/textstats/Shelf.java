package dev.millrace.samples.textstats;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.runtime.Outcome;
import java.util.List;

/** Many texts: the shapes that a map can have. */
@Pipeline
public interface Shelf {

  /** Every text in every way: the first text in all ways, then the second. */
  @Nested(value = Heading.class, mode = MapMode.PRODUCT)
  List<String> headings(
      @Each("text") List<String> texts,
      @Each("shortening") List<ShorteningNodes.Shortening> shortenings);

  /** The words of all texts as one list. */
  @Nested(value = TextNodes.class, output = "words", flatten = true)
  List<String> allWords(@Each("text") List<String> texts);

  /** Two lists of one map. */
  record Measures(List<Integer> sizes, @As("sentenceEnd") List<Integer> firstSentences) {}

  @Split
  @Nested(Sizes.class)
  Measures measures(@Each("text") List<String> texts);

  /** The years that can be read, and why the others cannot. */
  @Nested(Years.class)
  List<Outcome<Integer>> years(@Each("date") List<String> dates);

  /** How long a text is. */
  @Pipeline(ShorteningNodes.class)
  interface Sizes {
    @Node
    static int sizes(String text) {
      return text.length();
    }
  }

  /** Reads years. */
  final class Years {
    private Years() {}

    @Node
    static int year(String date) {
      return Integer.parseInt(date.substring(0, 4));
    }
  }
}
