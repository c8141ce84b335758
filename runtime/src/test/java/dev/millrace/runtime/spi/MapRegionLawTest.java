package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.NullResultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The law of the map: it is a loop, whatever fails, on the rows and in the twin. */
final class MapRegionLawTest {
  private static final List<Integer> SIZES = List.of(0, 1, 2, 255, 256, 257, 1000);

  /** How a node fails on a row. */
  enum Way {
    CHECKED,
    UNCHECKED,
    BARE,
    NULL
  }

  /** Where a node fails: {@code at} is taken modulo the size. */
  record Fault(String node, int at, Way way) {}

  /** How the twin fails of itself, no row being at fault. */
  enum Mood {
    SOUND,
    FLAKY
  }

  /** An exception as cheap as they come: no stack, nothing suppressed. */
  static final class Bare extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bare(String message) {
      super(message, null, false, false);
    }
  }

  /** Nodes that fail where they are told to, always with the same instance for a row. */
  private static final class Faulty implements LengthsMap.Nodes {
    private final Map<String, Object> faults = new HashMap<>();
    private final Mood mood;

    Faulty(List<Fault> faults, int size, Mood mood) {
      this.mood = mood;
      for (Fault fault : size == 0 ? List.<Fault>of() : faults) {
        String key = fault.node() + Math.floorMod(fault.at(), size);
        this.faults.putIfAbsent(key, failure(key, fault.way()));
      }
    }

    private static Object failure(String key, Way way) {
      return switch (way) {
        case CHECKED -> new IOException(key);
        case UNCHECKED -> new IllegalStateException(key);
        case BARE -> new Bare(key);
        case NULL -> Way.NULL;
      };
    }

    private <T> @Nullable T check(String node, int row, T result) throws Exception {
      Object fault = faults.get(node + row);
      if (fault instanceof Exception exception) {
        throw exception;
      }
      return fault == null ? result : null;
    }

    // A text is its row's number, and so is its "length" here: every node knows its row.
    @Override
    public @Nullable Integer length(String text) throws Exception {
      int row = Integer.parseInt(text);
      return check("length", row, row);
    }

    @Override
    public @Nullable Integer scaled(int length, int scale) throws Exception {
      return check("scaled", length, length * scale);
    }

    @Override
    public List<Integer> scaled(List<Integer> lengths, int scale) throws Exception {
      if (mood == Mood.FLAKY) {
        throw new IllegalStateException("the device is away");
      }
      List<Integer> results = new ArrayList<>();
      for (int length : lengths) {
        results.add(scaled(length, scale));
      }
      return results;
    }

    @Override
    public @Nullable String label(String text, int scaled) throws Exception {
      return check("label", Integer.parseInt(text), text + "/" + scaled);
    }
  }

  /** What a run ends in. */
  private record End(@Nullable List<String> results, @Nullable Throwable failure, String place) {}

  @Property(tries = 400)
  void theMapIsALoop(
      @ForAll("sizes") int size, @ForAll("faults") List<Fault> faults, @ForAll Mood mood) {
    List<String> texts = IntStream.range(0, size).mapToObj(Integer::toString).toList();
    Faulty nodes = new Faulty(faults, size, mood);
    End expected = loop(texts, nodes);
    try (Logs logs = new Logs()) {
      End actual = mapped(texts, nodes);
      assertEquals(expected.results(), actual.results());
      Throwable failure = expected.failure();
      if (failure == null) {
        assertNull(actual.failure());
        assertTrue(mood == Mood.FLAKY || logs.all().isEmpty(), "a sound run logs nothing");
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
      String place = failure instanceof Bare ? "" : "labels." + node + " " + row;
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
    return Arbitraries.of(SIZES);
  }

  @Provide
  Arbitrary<List<Fault>> faults() {
    Arbitrary<Integer> near = Arbitraries.of(0, 1, 2, 254, 255, 256, 257, 511, 512, -1);
    return Combinators.combine(
            Arbitraries.of("length", "scaled", "label"),
            Arbitraries.oneOf(near, Arbitraries.integers().between(0, 999)),
            Arbitraries.of(Way.values()))
        .as(Fault::new)
        .list()
        .ofMaxSize(6);
  }
}
