package recalled;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What ran. */
final class Ran {
  private static final ConcurrentLinkedQueue<String> RAN = new ConcurrentLinkedQueue<>();

  private Ran() {}

  static void node(String node) {
    RAN.add(node);
  }

  /** Returns a result with what ran for it. */
  static String with(Object result) {
    List<String> ran = new ArrayList<>(RAN);
    RAN.clear();
    return result + " " + ran;
  }
}
