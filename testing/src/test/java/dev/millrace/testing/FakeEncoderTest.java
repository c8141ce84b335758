package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.retrieval.encode.TextEmbedding;
import dev.millrace.runtime.Embedding;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FakeEncoderTest {
  private final FakeEncoder encoder = new FakeEncoder(64);

  private Embedding dense(String text) {
    return encoder.encode(text, Role.PASSAGE).dense();
  }

  private static double dot(Embedding a, int row, Embedding b) {
    double sum = 0;
    for (int column = 0; column < a.dim(); column++) {
      sum += a.get(row, column) * b.get(0, column);
    }
    return sum;
  }

  @Test
  void isATwinOfItselfToTheBit() {
    TwinCheck.named("FakeEncoder#encode")
        .tries(50)
        .check(
            Samples.strings(),
            text -> encoder.encode(text, Role.PASSAGE),
            texts -> encoder.encodeBatch(texts, Role.PASSAGE));
  }

  @Property(tries = 100)
  void givesEveryTextVectorsOfLengthOne(
      @ForAll String text, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int dim) {
    FakeEncoder seeded = new FakeEncoder(dim, seed);
    TextEmbedding embedding = seeded.encode(text, Role.QUERY);
    assertEquals(dim, embedding.dense().dim());
    assertEquals(1, dot(embedding.dense(), 0, embedding.dense()), 1e-5);
    for (int row = 0; row < embedding.tokens().rows(); row++) {
      Embedding token = embedding.tokens().slab().row(row);
      assertEquals(1, dot(embedding.tokens(), row, token), 1e-5);
    }
    assertEquals(embedding, new FakeEncoder(dim, seed).encode(text, Role.PASSAGE));
  }

  @Test
  void bringsTextsThatShareWordsNearEachOther() {
    double near = dot(dense("how does a tide mill work"), 0, dense("A tide mill works"));
    double far = dot(dense("how does a tide mill work"), 0, dense("bread and butter"));
    assertTrue(near > far + 0.3, near + " and " + far);
    assertEquals(dense("Tide-mill."), dense("tide MILL"));
  }

  @Test
  void hasATokenVectorForEveryWord() {
    TextEmbedding embedding = encoder.encode("water, water and wheel", Role.PASSAGE);
    assertEquals(4, embedding.tokens().rows());
    assertEquals(Embedding.of(embedding.tokens().row(0)), Embedding.of(embedding.tokens().row(1)));
    assertNotEquals(
        Embedding.of(embedding.tokens().row(1)), Embedding.of(embedding.tokens().row(2)));
    assertEquals(1, encoder.encode(" ?", Role.PASSAGE).tokens().rows());
  }

  @Test
  void givesTheSameNumbersOnEveryMachine() {
    assertEquals(
        "[-0.99575967, 0.09199317]",
        Arrays.toString(new FakeEncoder(2).encode("mill", Role.QUERY).dense().row(0)));
  }

  @Test
  void hasANameForWhatDecidesItsVectors() {
    assertEquals("fake/64/0", encoder.id());
    assertNotEquals(dense("mill"), new FakeEncoder(64, 1).encode("mill", Role.QUERY).dense());
  }

  @Test
  void countsTextsAndCalls() {
    encoder.encode("a", Role.QUERY);
    encoder.encodeBatch(List.of("a", "b", "c"), Role.PASSAGE);
    assertEquals(4, encoder.texts());
    assertEquals(2, encoder.calls());
  }

  @Test
  void refusesANullAsEveryEncoder() {
    EncoderException failure =
        assertThrows(
            EncoderException.class,
            () -> encoder.encodeBatch(Arrays.asList("a", null), Role.QUERY));
    assertEquals(Fault.NULL_TEXT, failure.fault());
    assertEquals("text 1 of 2 is null; leave it out", failure.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new FakeEncoder(0));
  }
}
