package t;

import dev.millrace.Node;
import java.util.concurrent.Future;

final class Nodes {
  @Node
  static Future<String> later(String text) {
    return null;
  }
}
