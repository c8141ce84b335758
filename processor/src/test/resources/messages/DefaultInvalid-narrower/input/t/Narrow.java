package t;

import dev.millrace.Default;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface Narrow {
  @Node
  static long total(@Default("300") int base, @Default("0.1") double weight) {
    return (long) (base * weight);
  }

  @Node
  static int small(byte base, float weight) {
    return (int) (base * weight);
  }
}
