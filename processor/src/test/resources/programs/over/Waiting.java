package over;

import dev.millrace.Node;
import dev.millrace.Pipeline;

/** A node that may be interrupted, and values that differ in a capital alone. */
@Pipeline
interface Waiting {
  @Node
  static int waited(int turns) throws InterruptedException {
    if (turns > 1) {
      throw new InterruptedException("after " + turns);
    }
    return turns;
  }

  @Node
  static String both(String text, String Text) {
    return text + Text;
  }
}
