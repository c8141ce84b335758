package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a pipeline's values are computed from which. A value's place is its place in the slots:
 * what comes from outside first, then the steps, each after all that it reads.
 */
public final class Wiring {
  private static final String HIDDEN = "private ";
  private static final int[] INPUT = {};

  private final String pipeline;
  private final List<String> names = new ArrayList<>();
  private final List<int[]> reads = new ArrayList<>();
  private final BitSet outputs = new BitSet();

  private Wiring(String pipeline, String[] values) {
    this.pipeline = pipeline;
    Map<String, Integer> places = new HashMap<>();
    for (String value : values) {
      String[] sides = value.split(" =", 2);
      boolean isHidden = sides[0].startsWith(HIDDEN);
      String name = isHidden ? sides[0].substring(HIDDEN.length()) : sides[0];
      outputs.set(names.size(), sides.length > 1 && !isHidden);
      reads.add(sides.length > 1 ? places(value, sides[1].strip(), places) : INPUT);
      places.put(name, names.size());
      names.add(name);
    }
  }

  private static int[] places(String value, String read, Map<String, Integer> places) {
    if (read.isEmpty()) {
      return new int[0];
    }
    String[] names = read.split(", ");
    int[] found = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      Integer place = places.get(names[i]);
      if (place == null) {
        throw new IllegalArgumentException("\"" + value + "\" reads what is not there before it");
      }
      found[i] = place;
    }
    return found;
  }

  /**
   * Returns the wiring of a pipeline.
   *
   * @param values what comes from outside, by name, then the steps in an order in which they can
   *     run, as in {@code "hits = query, index"}; after the word {@code private} those that are no
   *     outputs
   * @throws IllegalArgumentException if a step reads what is not there before it
   */
  public static Wiring of(String pipeline, String... values) {
    return new Wiring(pipeline, values);
  }

  String pipeline() {
    return pipeline;
  }

  int size() {
    return names.size();
  }

  String name(int place) {
    return names.get(place);
  }

  /** Returns the name that is told of a step: a part of an output has the output's. */
  String label(int step) {
    String name = names.get(step);
    int part = name.indexOf('$');
    return part < 0 ? name : name.substring(0, part);
  }

  /** Returns the outputs that are asked for by their place, or all of them by a negative one. */
  BitSet wanted(int want) {
    if (want < 0) {
      return (BitSet) outputs.clone();
    }
    BitSet one = new BitSet();
    one.set(want);
    return one;
  }

  /** Returns whether a step reads any of these values. */
  boolean readsAny(int step, BitSet values) {
    for (int read : reads.get(step)) {
      if (values.get(read)) {
        return true;
      }
    }
    return false;
  }

  /** Adds what a step reads to a set. */
  void addReads(int step, BitSet values) {
    for (int read : reads.get(step)) {
      values.set(read);
    }
  }
}
