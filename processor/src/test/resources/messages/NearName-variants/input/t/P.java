package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

/** Said once, on the first variant. */
@Pipeline
interface P {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  @Node
  static Fusion fusing(int k) {
    return new Rrf(k);
  }

  @Node
  static String fused(Rrf fusin) {
    return "rrf";
  }

  @Node
  static String fused(Linear fusin) {
    return "linear";
  }
}
