package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.runtime.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static final ShorteningNodes.Shortening CUT = new ShorteningNodes.Cut(3);
  private static final ShorteningNodes.Shortening SENTENCE = new ShorteningNodes.FirstSentence();

  private final ShelfPipeline shelf = ShelfPipeline.builder().build();

  @Test
  void choosesByTypeAndByConstant() {
    HeadingPipeline heading = HeadingPipeline.builder().build();
    HeadingPipeline.Inputs inputs =
        HeadingPipeline.inputs().text("A mill. A race.").shortening(SENTENCE);
    assertEquals("A mill.", heading.heading(inputs));
    assertEquals(
        "A M", heading.heading(inputs.shortening(CUT).letters(ShorteningNodes.Letters.CAPITALS)));
  }

  @Test
  void combinesEveryTextWithEveryWay() {
    assertEquals(
        List.of("One", "One.", "Two", "Two two."),
        shelf.headings(
            ShelfPipeline.given()
                .texts(List.of("One. More.", "Two two."))
                .shortenings(List.of(CUT, SENTENCE))));
  }

  @Test
  void joinsLists() {
    assertEquals(
        List.of("a", "b", "c"),
        shelf.allWords(ShelfPipeline.given().texts(List.of("a b", "", "c"))));
  }

  @Test
  void takesSeveralListsOfOneMap() {
    ShelfPipeline.Inputs inputs = ShelfPipeline.given().texts(List.of("One. More.", "Two"));
    assertEquals(List.of(10, 3), shelf.sizes(inputs));
    assertEquals(List.of(4, 3), shelf.firstSentences(inputs));
  }

  @Test
  void keepsFailuresAsValues() throws Exception {
    List<Outcome<Integer>> years =
        shelf.years(ShelfPipeline.given().dates(List.of("1848-02-24", "unknown")));

    assertEquals(List.of(1848), Outcome.values(years));
    if (years.get(1) instanceof Outcome.Failed<Integer> failed) {
      assertEquals("years.year", failed.node());
      assertEquals(1, failed.index());
      assertEquals("unknown", failed.inputs().get("date"));
    }
    assertEquals(false, years.get(1).isOk());
  }
}
