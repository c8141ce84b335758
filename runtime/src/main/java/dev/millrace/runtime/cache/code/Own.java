package dev.millrace.runtime.cache.code;

import dev.millrace.Node;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Millrace itself: a library wherever it lies, also where it is a folder, which is so for those who
 * build it.
 */
final class Own {
  private static final Map<Root, String> NAMES = new HashMap<>();

  static {
    NAMES.put(root(Node.class), "millrace-annotations");
    // The second wins where both lie in one jar.
    NAMES.put(root(Own.class), "millrace-runtime");
  }

  private Own() {}

  static boolean is(Root root) {
    return NAMES.containsKey(root);
  }

  /** Returns which of ours lies there. */
  static String name(Root root) {
    return NAMES.getOrDefault(root, root.toString());
  }

  private static Root root(Class<?> type) {
    String entry = type.getName().replace('.', '/') + ".class";
    URL url = Objects.requireNonNull(type.getResource("/" + entry), entry);
    return Root.of(url, entry);
  }
}
