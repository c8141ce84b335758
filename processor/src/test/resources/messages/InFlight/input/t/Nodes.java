package t;

import dev.millrace.Node;

final class Nodes {
  @Node(blocking = true, maxInFlight = -1)
  static String answer(String question) {
    return question;
  }

  @Node(maxInFlight = 0)
  static int length(String answer) {
    return answer.length();
  }
}
