package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.notes;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.NullResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** What a map does with a twin that is at fault. */
final class MapRegionTwinTest {
  @Test
  void aTwinOfTheWrongSizeFailsByNameAndIsNotRunOneByOne() {
    BatchSizeException failure =
        assertThrows(
            BatchSizeException.class,
            () -> LengthsMap.map(texts(300), new Twin(lengths -> lengths.subList(0, 44))));
    assertEquals(
        "the @Batch twin of \"scaled\" was given 256 items and returned 44 results; it must return"
            + " one for each, in their order",
        failure.getMessage());
    assertEquals(List.of("in the node \"labels.scaled\", item 0"), notes(failure));
  }

  @Test
  void aTwinThatReturnsNullFailsByNameAndIsNotRunOneByOne() {
    NullResultException failure =
        assertThrows(
            NullResultException.class, () -> LengthsMap.map(texts(2), new Twin(lengths -> null)));
    assertEquals(
        "the node \"scaled\" returned null; declare the result @Nullable, or return a value",
        failure.getMessage());
    assertEquals(List.of("in the node \"labels.scaled\", item 0"), notes(failure));
  }

  @Test
  void aNullAmongATwinsResultsFailsItsItem() {
    NullResultException failure =
        assertThrows(
            NullResultException.class,
            () ->
                LengthsMap.map(
                    texts(300),
                    new Twin(
                        lengths -> {
                          List<Integer> results = new ArrayList<>(lengths);
                          results.set(lengths.size() - 1, lengths.size() == 256 ? 1 : null);
                          return results;
                        })));
    assertEquals(
        "\"scaled\" is null for item 299; declare it @Nullable, or give it a value",
        failure.getMessage());
    assertEquals(List.of("in the node \"labels.scaled\", item 299"), notes(failure));
  }

  @Test
  void aTwinIsGivenTheRowsBeforeTheOneThatFailed() {
    List<Integer> given = new ArrayList<>();
    assertThrows(
        IllegalStateException.class,
        () ->
            LengthsMap.map(
                texts(600),
                new Twin(
                    lengths -> {
                      given.add(lengths.size());
                      return lengths;
                    }) {
                  @Override
                  public Integer length(String text) {
                    if (text.equals("300")) {
                      throw new IllegalStateException();
                    }
                    return 1;
                  }
                }));
    assertEquals(List.of(256, 44), given);
  }

  @Test
  void aTwinIsNeverGivenNothing() {
    IllegalStateException first = new IllegalStateException("first");
    Throwable failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                LengthsMap.map(
                    texts(3),
                    new Twin(
                        lengths -> {
                          throw new AssertionError("called with " + lengths);
                        }) {
                      @Override
                      public Integer length(String text) {
                        throw first;
                      }
                    }));
    assertSame(first, failure);
    assertEquals(List.of("in the node \"labels.length\", item 0"), notes(first));
  }

  @Test
  void aTwinThatFailsEachTimeIsAWarningOnce() {
    RuntimeException away = new IllegalStateException("the device is away");
    try (Logs logs = new Logs()) {
      List<String> results =
          LengthsMap.map(
              texts(1000),
              new LengthsMap.Nodes() {
                @Override
                public List<Integer> scaled(List<Integer> lengths, int scale) {
                  throw away;
                }
              });
      assertEquals(LengthsMap.map(texts(1000), SOUND), results);
      assertEquals(1, logs.at(Level.WARNING).size());
      assertEquals(
          "the @Batch twin of \"labels.scaled\" failed; its items are run one by one",
          logs.at(Level.WARNING).get(0).getMessage());
      assertSame(away, logs.at(Level.WARNING).get(0).getThrown());
      assertEquals(3, logs.at(Level.FINE).size());
      assertEquals(4, logs.all().size());
    }
  }

  @Test
  void theLowestItemThatFailsIsToldThoughItsBatchComesLater() {
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public Integer length(String text) {
            return Integer.valueOf(text);
          }

          @Override
          public Integer scaled(int length, int scale) {
            if (length == 2 || length == 7) {
              throw new IllegalStateException(Integer.toString(length));
            }
            return length;
          }

          @Override
          public List<Integer> scaled(List<Integer> lengths, int scale) {
            return lengths.stream().map(each -> scaled((int) each, scale)).toList();
          }

          @Override
          public long maxWeight() {
            return 10;
          }

          @Override
          public long weigh(int length) {
            return 10 - length;
          }
        };
    try (Logs logs = new Logs()) {
      IllegalStateException failure =
          assertThrows(IllegalStateException.class, () -> LengthsMap.map(texts(9), nodes));
      assertEquals("2", failure.getMessage());
      assertEquals(List.of("in the node \"labels.scaled\", item 2"), notes(failure));
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }

  @Test
  void theRowsAfterAFailureAreInNoLaterBatch() {
    List<List<Integer>> given = new ArrayList<>();
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              given.add(lengths);
              return lengths.contains(5)
                  ? lengths.stream().map(each -> each == 5 ? null : each).toList()
                  : lengths;
            }) {
          @Override
          public Integer length(String text) {
            return Integer.valueOf(text);
          }

          @Override
          public long maxWeight() {
            return 4;
          }

          @Override
          public long weigh(int length) {
            return length % 2 == 0 ? 2 : 1;
          }
        };
    assertThrows(NullResultException.class, () -> LengthsMap.map(texts(10), nodes));
    assertEquals(List.of(List.of(1, 3, 5, 7), List.of(0), List.of(2, 4)), given);
  }
}
