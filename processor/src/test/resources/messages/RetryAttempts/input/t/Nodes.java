package t;

import dev.millrace.Node;
import dev.millrace.Retry;

final class Nodes {
  @Node
  @Retry(attempts = 1)
  static String answer(String question) {
    return question;
  }
}
