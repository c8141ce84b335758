package dev.millrace.processor.property;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What is thrown for one graph: names, how much is left, and what is known of what is there. */
final class Luck {
  /** How many elements a node gives at most. */
  private static final int FEW = 4;

  final Random random;

  /** What nothing fixes the type of where generic nodes alone read it. */
  final Set<String> unfixed = new HashSet<>();

  /** How many nodes may still be thrown. */
  int nodes;

  /** What may be left out, or be null: what reads it says so. */
  final Set<String> lacking = new HashSet<>();

  /** Whether everything has a place in keys: nothing is read as an object. */
  final boolean isKeyed;

  private final Map<String, Boolean> lifted = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, String> lengths = new HashMap<>();
  private int names;

  Luck(Random random, boolean isKeyed, int nodes) {
    this.random = random;
    this.isKeyed = isKeyed;
    this.nodes = nodes;
  }

  /** Returns a new name, three letters away from all others: none may look like a slip. */
  String name(String letter) {
    return letter + String.valueOf(names++).replaceAll(".", "$0$0$0");
  }

  /** Returns a number for a node, which no other has. */
  int id() {
    return names;
  }

  /** Returns how many elements it has at most. */
  int size(Spec spec) {
    return size(spec.name());
  }

  int size(String name) {
    return sizes.getOrDefault(name, FEW);
  }

  void size(String name, int most) {
    sizes.put(name, most);
  }

  /** Returns whether two lists are equally long, whatever is in them. */
  boolean equallyLong(Spec one, Spec other) {
    return length(one.name()).equals(length(other.name()));
  }

  /** Takes down that a list is always as long as another. */
  void asLong(String name, Spec other) {
    lengths.put(name, length(other.name()));
  }

  private String length(String name) {
    return lengths.getOrDefault(name, name);
  }

  /** Returns what is always there, and so can be read as it is. */
  <T extends Spec> List<T> present(List<T> visible) {
    return visible.stream().filter(each -> !lacking.contains(each.name())).toList();
  }

  /**
   * Returns whether it is read as optional by some, and else as an object: where it is an input, no
   * one type fits both.
   */
  boolean isLifted(String name) {
    return isKeyed || lifted.computeIfAbsent(name, any -> random.nextBoolean());
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T pick(List<? extends T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
