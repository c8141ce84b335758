package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConstantsTest {
  private static final int PASSAGES = 2;
  private static final int INDEX = 3;
  private static final int HITS = 4;
  private static final int EVALUATION = 5;

  private static final Wiring WIRING =
      Wiring.of(
          "Search",
          "path",
          "query",
          "private passages = path",
          "index = passages",
          "hits = index, query",
          "evaluation = hits, passages");

  private static Settings overQueries(String... queries) {
    return Settings.of(Slots.empty(6)).with(0, "path", "p").each(1, "query", List.of(queries));
  }

  private static Constants constants(int want) {
    return new Constants(WIRING, overQueries("a", "b"), 2, want, null, null);
  }

  private static List<Integer> kept(Constants constants) {
    Slots kept = constants.begin();
    return IntStream.range(0, WIRING.size()).filter(kept::has).boxed().toList();
  }

  @Test
  void whatDoesNotVaryIsKept() {
    Constants constants = constants(EVALUATION);
    assertTrue(constants.keeps(PASSAGES));
    assertTrue(constants.keeps(INDEX));
    assertFalse(constants.keeps(HITS));
    assertFalse(constants.keeps(EVALUATION));
  }

  @Test
  void whatNoLaterItemReadsIsLetGo() {
    Constants constants = constants(HITS);
    constants.keep(PASSAGES, "passages");
    assertEquals(List.of(PASSAGES), kept(constants), "until the index is there");
    constants.keep(INDEX, "index");
    assertEquals(List.of(INDEX), kept(constants));
  }

  @Test
  void whatALaterItemReadsIsNot() {
    Constants constants = constants(EVALUATION);
    constants.keep(PASSAGES, "passages");
    constants.keep(INDEX, "index");
    assertEquals(List.of(PASSAGES, INDEX), kept(constants));
  }

  @Test
  void whatIsAskedForIsKeptThoughNothingReadsIt() {
    Constants one = new Constants(WIRING, overQueries("a", "b"), 2, INDEX, null, null);
    one.keep(INDEX, "index");
    assertEquals(List.of(INDEX), kept(one));
    Constants all = constants(HandMade.ALL);
    all.keep(PASSAGES, "passages");
    all.keep(INDEX, "index");
    assertEquals(List.of(PASSAGES, INDEX), kept(all));
  }

  @Test
  void whatIsOnlyReadForSomethingThatIsGivenIsLetGo() {
    Settings over = overQueries("a", "b").with(INDEX, "index", "given");
    Constants constants = new Constants(WIRING, over, 2, HITS, null, null);
    constants.keep(PASSAGES, "passages");
    assertEquals(List.of(), kept(constants));
  }

  @Test
  void aSingleItemKeepsNothing() {
    Constants constants = new Constants(WIRING, overQueries("a"), 1, EVALUATION, null, null);
    assertFalse(constants.keeps(PASSAGES));
    assertFalse(constants.keeps(INDEX));
  }

  @Test
  void aFailureIsTheNodesThatBeganLast() {
    Constants constants = constants(EVALUATION);
    constants.begin();
    constants.at(HITS);
    assertEquals("hits", constants.failed(new IOException()));
    constants.begun("hits.scores");
    constants.begun("hits.scores.model");
    assertEquals("hits.scores.model", constants.failed(new IOException()));
    constants.ended("hits.scores.model");
    assertEquals("hits.scores", constants.failed(new IOException()));
    constants.ended("hits.scores");
    constants.ended("hits");
    assertEquals("Search", constants.failed(new IOException()), "none is at work");
  }

  @Test
  void aNoteOfTheRowSaysMoreUnlessItIsFromElsewhere() {
    Constants constants = constants(EVALUATION);
    constants.begin();
    constants.at(HITS);
    constants.begun("hits");
    IOException thrown = new IOException();
    thrown.addSuppressed(new IllegalStateException());
    new Notes().add("hitsOfOthers.score", 1, true, thrown);
    assertEquals("hits", constants.failed(thrown));
    new Notes().add("hits.scores.score", 1, true, thrown);
    new Notes().add("hits.scores", 7, true, thrown);
    assertEquals("hits.scores.score", constants.failed(thrown));
    constants.begin();
    constants.at(HITS);
    constants.begun("hits");
    new Notes().add("hits.scores.other", 1, true, thrown);
    assertEquals("hits.scores.other", constants.failed(thrown), "it was thrown before, elsewhere");
  }

  @Test
  void aFailureThatIsTheSameForAllIsThrownWhereTheStepWouldBegin() {
    Constants constants = constants(EVALUATION);
    IOException failure = new IOException();
    constants.begin();
    constants.at(INDEX);
    constants.begun("index.build");
    assertEquals("index.build", constants.failed(failure));
    constants.begin();
    constants.at(PASSAGES);
    assertSame(failure, assertThrows(IOException.class, () -> constants.at(INDEX)));
    assertEquals("index.build", constants.failed(failure));
    constants.at(HITS);
  }

  @Test
  void aFailureOfOneItemIsNot() {
    Constants constants = constants(EVALUATION);
    constants.begin();
    constants.at(HITS);
    constants.failed(new IOException());
    constants.begin();
    constants.at(HITS);
  }
}
