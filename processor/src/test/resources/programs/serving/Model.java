package serving;

import dev.millrace.Stateful;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What all callers share: it notes what it is asked for. */
@Stateful
final class Model implements AutoCloseable {
  static final List<String> TOLD = Collections.synchronizedList(new ArrayList<>());

  Model(String name) {
    TOLD.add("open " + name);
  }

  /** Returns the text in capitals; "bad" has none. */
  String encode(String text) {
    if (text.startsWith("bad")) {
      throw new IllegalArgumentException("cannot read " + text);
    }
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public void close() {
    TOLD.add("close");
  }
}
