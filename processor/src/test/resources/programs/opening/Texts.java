package opening;

import dev.millrace.Node;

final class Texts {
  private Texts() {}

  @Node
  static int size(String text) {
    return text.length();
  }

  @Node
  static String code(String text, Encoder encoder) {
    if (text.equals("bad")) {
      throw new IllegalArgumentException("bad text");
    }
    return encoder.encode(text);
  }

  @Node
  static String ranked(String code, Encoder reranker) {
    return reranker.encode(code);
  }
}
