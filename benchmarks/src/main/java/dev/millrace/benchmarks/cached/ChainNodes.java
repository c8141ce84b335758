package dev.millrace.benchmarks.cached;

import dev.millrace.Node;

/** Four nodes in a row, of which the last depends on something else, too. */
public final class ChainNodes {
  private ChainNodes() {}

  @Node
  static String first(String text) {
    return text + "a";
  }

  @Node
  static String second(String first) {
    return first + "b";
  }

  @Node
  static String third(String second) {
    return second + "c";
  }

  @Node
  static String scaled(String third, int scale, int length) {
    return (third + scale).repeat(length);
  }
}
