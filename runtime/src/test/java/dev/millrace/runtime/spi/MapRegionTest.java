package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.UnequalLengthsException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a map and what comes out. */
final class MapRegionTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 257})
  void theResultsCannotBeChanged(int size) {
    List<String> results = LengthsMap.map(texts(size), SOUND);
    assertInstanceOf(RandomAccess.class, results);
    assertThrows(UnsupportedOperationException.class, () -> results.add("more"));
    assertThrows(UnsupportedOperationException.class, () -> results.set(0, "other"));
    assertThrows(UnsupportedOperationException.class, () -> results.remove(0));
    assertThrows(
        UnsupportedOperationException.class, () -> results.sort(Comparator.reverseOrder()));
    assertThrows(UnsupportedOperationException.class, () -> results.replaceAll(each -> "other"));
  }

  @Test
  void aNodeMayChangeTheMappedListWithoutEffect() {
    List<String> texts = new ArrayList<>(texts(600));
    List<String> results =
        LengthsMap.map(
            texts,
            new LengthsMap.Nodes() {
              @Override
              public Integer length(String text) {
                texts.replaceAll(each -> "changed");
                texts.remove(0);
                return text.length();
              }
            });
    assertEquals(LengthsMap.map(texts(600), SOUND), results);
  }

  @Test
  void aTwinMayKeepWhatItWasGiven() {
    List<List<Integer>> kept = new ArrayList<>();
    List<List<Integer>> copies = new ArrayList<>();
    LengthsMap.map(
        texts(600),
        new LengthsMap.Nodes() {
          @Override
          public List<Integer> scaled(List<Integer> lengths, int scale) {
            kept.add(lengths);
            copies.add(List.copyOf(lengths));
            return lengths;
          }
        });
    assertEquals(List.of(256, 256, 88), kept.stream().map(List::size).toList());
    assertEquals(copies, kept);
    assertThrows(UnsupportedOperationException.class, () -> kept.get(0).set(0, 1));
  }

  @Test
  void aTwinMayChangeWhatItReturnedAfterwards() {
    List<Integer> mine = new ArrayList<>();
    List<String> results =
        LengthsMap.map(
            texts(600),
            new LengthsMap.Nodes() {
              @Override
              public List<Integer> scaled(List<Integer> lengths, int scale) {
                mine.clear();
                lengths.forEach(each -> mine.add(each * scale));
                return mine;
              }
            });
    assertEquals(LengthsMap.map(texts(600), SOUND), results);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 257})
  void whatIsTheSameForAllIsComputedOnceAndForNothingNever(int size) {
    int[] calls = new int[1];
    LengthsMap.map(
        texts(size),
        new LengthsMap.Nodes() {
          @Override
          public int scale() {
            return ++calls[0];
          }
        });
    assertEquals(Math.min(1, size), calls[0]);
  }

  @Test
  void aNullItemIsToldBeforeAnythingRuns() {
    List<String> texts = new ArrayList<>(texts(600));
    texts.set(599, null);
    NullResultException failure =
        assertThrows(NullResultException.class, () -> LengthsMap.map(texts, new NothingRuns()));
    assertEquals(
        "\"text\" is null for item 599; declare it @Nullable, or give it a value",
        failure.getMessage());
  }

  @Test
  void listsOfUnequalLengthAreToldBeforeAnythingRuns() {
    LengthsMap map =
        new LengthsMap(
            new Execution("P", Setup.DEFAULT).start(Memo.NONE), "a.b", texts(3), new NothingRuns());
    assertEquals(
        "\"a.b\" maps over \"text\" (3 items) and \"other\" (4 items) together; they must be"
            + " equally long",
        assertThrows(UnequalLengthsException.class, () -> map.items("other", texts(4)))
            .getMessage());
    assertEquals(3, map.items("other", texts(3)).size());
  }

  @Test
  void aNullItemIsToldByItsPlaceThoughTheListHasChanged() {
    List<String> changing =
        new AbstractList<>() {
          @Override
          public @Nullable String get(int index) {
            throw new AssertionError("read again");
          }

          @Override
          public int size() {
            return 2;
          }

          @Override
          public @Nullable Object[] toArray() {
            return new Object[] {"a", null};
          }
        };
    NullResultException failure =
        assertThrows(NullResultException.class, () -> LengthsMap.map(changing, new NothingRuns()));
    assertEquals(
        "\"text\" is null for item 1; declare it @Nullable, or give it a value",
        failure.getMessage());
  }

  private static final class NothingRuns implements LengthsMap.Nodes {
    @Override
    public int scale() {
      throw new AssertionError("ran");
    }
  }
}
