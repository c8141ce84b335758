package opening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happened, in order. */
final class Diary {
  private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

  private Diary() {}

  static void note(String line) {
    LINES.add(line);
  }

  static String read() {
    synchronized (LINES) {
      return String.join(", ", LINES);
    }
  }

  static long count(String line) {
    synchronized (LINES) {
      return LINES.stream().filter(line::equals).count();
    }
  }
}
