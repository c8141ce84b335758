package t;

import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.Timeout;

final class Nodes {
  @Node
  @Timeout("10 seconds")
  static String inWords(String question) {
    return question;
  }

  @Node
  @Timeout("0s")
  static String none(String question) {
    return question;
  }

  @Node
  @Timeout("1000h")
  static String tooLong(String question) {
    return question;
  }

  @Node
  @Retry(backoff = "0.5s")
  static String notWhole(String question) {
    return question;
  }
}
