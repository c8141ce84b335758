package dev.millrace.runtime.spi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Nodes that fail where they are told to, always with the same instance for a row. */
final class Faulty implements LengthsMap.Nodes {

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

  private final Map<String, Object> faults = new HashMap<>();
  private final Mood mood;
  private final long maxWeight;

  Faulty(List<Fault> faults, int size, Mood mood, long maxWeight) {
    this.mood = mood;
    this.maxWeight = maxWeight;
    for (Fault fault : size == 0 ? List.<Fault>of() : faults) {
      String key = fault.node() + Math.floorMod(fault.at(), size);
      this.faults.putIfAbsent(key, failure(key, fault.way()));
    }
  }

  /** Returns sizes about those of chunks. */
  static Arbitrary<Integer> sizes() {
    return Arbitraries.of(0, 1, 2, 255, 256, 257, 1000);
  }

  /** Returns faults, about the ends of chunks above all. */
  static Arbitrary<List<Fault>> faults() {
    Arbitrary<Integer> near = Arbitraries.of(0, 1, 2, 254, 255, 256, 257, 511, 512, -1);
    return Combinators.combine(
            Arbitraries.of("length", "scaled", "label"),
            Arbitraries.oneOf(near, Arbitraries.integers().between(0, 999)),
            Arbitraries.of(Way.values()))
        .as(Fault::new)
        .list()
        .ofMaxSize(6);
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

  @Override
  public long maxWeight() {
    return maxWeight;
  }

  /** Weighs rows far apart alike, so that batches are not runs of rows. */
  @Override
  public long weigh(int length) {
    return (length * 7L) % 13;
  }
}
