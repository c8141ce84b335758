package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import dev.millrace.Stored;
import java.util.List;

final class Nodes {
  static final class Texts {}

  @Stored(by = Texts.class)
  static String text() {
    return "";
  }

  @Node
  static String upper(String text) {
    return text;
  }

  @Stored(by = Texts.class)
  @Batch
  static List<String> upper(List<String> texts) {
    return texts;
  }
}
