package handles;

import dev.millrace.Node;
import dev.millrace.Stateful;

/** An interface whose implementations are resources: it has nodes, and no handle. */
@Stateful(device = "cuda:0")
public interface Encoder {
  @Node
  int[] vector(String text);

  @Node
  default int width(int[] vector) {
    return vector.length;
  }
}
