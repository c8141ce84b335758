package t;

import dev.millrace.TwinTest;
import java.io.IOException;

@TwinTest(Nodes.class)
final class Twins {
  static String text() throws IOException {
    throw new IOException("no text");
  }
}
