package handed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What ran, sorted: engines have orders of their own. */
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
    Collections.sort(ran);
    return result + " " + ran;
  }
}
