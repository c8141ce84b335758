package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.NullResultException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The law of the map: it is a loop, whatever fails, on the rows and in the twin. */
final class MapRegionLawTest {
  /** What a run ends in. */
  private record End(@Nullable List<String> results, @Nullable Throwable failure, String place) {}

  @Property(tries = 400)
  void theMapIsALoop(
      @ForAll("sizes") int size,
      @ForAll("faults") List<Faulty.Fault> faults,
      @ForAll Faulty.Mood mood,
      @ForAll("maxWeights") long maxWeight) {
    List<String> texts = LengthsMap.texts(size);
    Faulty nodes = new Faulty(faults, size, mood, maxWeight);
    End expected = loop(texts, nodes);
    try (Logs logs = new Logs()) {
      End actual = mapped(texts, nodes);
      assertEquals(expected.results(), actual.results());
      Throwable failure = expected.failure();
      if (failure == null) {
        assertNull(actual.failure());
        assertTrue(mood == Faulty.Mood.FLAKY || logs.all().isEmpty(), "a sound run logs nothing");
      } else if (failure instanceof NullResultException) {
        assertEquals(NullResultException.class, actual.failure().getClass());
        assertEquals(failure.getMessage(), actual.failure().getMessage());
      } else {
        assertSame(failure, actual.failure());
      }
      assertEquals(expected.place(), actual.place());
    }
  }

  /** The oracle: the items one by one, each through all nodes. */
  private static End loop(List<String> texts, Faulty nodes) {
    List<String> results = new ArrayList<>();
    String node = "";
    int row = 0;
    try {
      for (; row < texts.size(); row++) {
        node = "length";
        Integer length = nodes.length(texts.get(row));
        if (length == null) {
          throw NullResultException.of(node, row);
        }
        node = "scaled";
        Integer scaled = nodes.scaled((int) length, 10);
        if (scaled == null) {
          throw NullResultException.of(node, row);
        }
        node = "label";
        String label = nodes.label(texts.get(row), scaled);
        if (label == null) {
          throw NullResultException.of(node, row);
        }
        results.add(label);
      }
    } catch (Exception failure) {
      String place = failure instanceof Faulty.Bare ? "" : "labels." + node + " " + row;
      return new End(null, failure, place);
    }
    return new End(results, null, "");
  }

  private static End mapped(List<String> texts, Faulty nodes) {
    try {
      return new End(LengthsMap.map(texts, nodes), null, "");
    } catch (Exception failure) {
      List<String> places = new ArrayList<>();
      for (Throwable suppressed : failure.getSuppressed()) {
        FailedItem item = (FailedItem) suppressed;
        places.add(item.node() + " " + item.index());
      }
      return new End(null, failure, String.join(", ", places));
    }
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Faulty.sizes();
  }

  @Provide
  Arbitrary<List<Faulty.Fault>> faults() {
    return Faulty.faults();
  }

  @Provide
  Arbitrary<Long> maxWeights() {
    return Arbitraries.of(0L, 1L, 40L, 1000L);
  }
}
