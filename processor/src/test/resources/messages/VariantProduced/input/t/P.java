package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  @Node
  static Fusion fusion(int k) {
    return new Rrf(k);
  }

  @Node
  static String fused(Rrf fusion) {
    return "rrf";
  }

  @Node
  static String fused(Linear fusion) {
    return "linear";
  }
}
