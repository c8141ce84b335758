package t;

import dev.millrace.Node;

final class Nodes {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  @Node
  static String fused(Rrf fusion) {
    return "rrf";
  }

  @Node
  static Integer fused(Linear fusion) {
    return 1;
  }
}
