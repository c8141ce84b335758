package dev.millrace.benchmarks.cached;

import dev.millrace.Node;

/** A node, two that read it, and one that reads both and something else. */
public final class DiamondNodes {
  private DiamondNodes() {}

  @Node
  static String top(String text) {
    return text + "a";
  }

  @Node
  static String left(String top) {
    return top + "l";
  }

  @Node
  static String right(String top) {
    return top + "r";
  }

  @Node
  static String joined(String left, String right, int scale) {
    return left + right + scale;
  }
}
