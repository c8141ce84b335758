package t;

import dev.millrace.Node;
import dev.millrace.RateLimit;
import java.util.concurrent.CompletionStage;

interface Nodes {
  @Node
  @RateLimit("50 per second")
  static CompletionStage<String> inWords(CompletionStage<String> asked) {
    return asked;
  }

  @Node(blocking = true)
  @RateLimit("0/s")
  static String none(String question) {
    return question;
  }

  @Node(blocking = true)
  @RateLimit("100001/h")
  static String tooMany(String question) {
    return question;
  }

  @Node(blocking = true)
  @RateLimit("5/d")
  static String inDays(String question) {
    return question;
  }
}
