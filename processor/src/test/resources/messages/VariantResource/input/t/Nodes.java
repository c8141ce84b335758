package t;

import dev.millrace.Node;
import dev.millrace.Stateful;

final class Nodes {
  @Stateful
  sealed interface Encoder permits Local, Remote {}

  static final class Local implements Encoder {}

  static final class Remote implements Encoder {}

  sealed interface Fusion permits Fast, Good {}

  record Fast() implements Fusion {}

  @Stateful
  static final class Good implements Fusion {}

  @Node
  static String vector(String text, Local encoder) {
    return "local";
  }

  @Node
  static String vector(String text, Remote encoder) {
    return "remote";
  }

  @Node
  static String fused(Fast fusion) {
    return "fast";
  }

  @Node
  static String fused(Good fusion) {
    return "good";
  }

  @Node
  static String shown(Good fusion) {
    return "shown";
  }
}
