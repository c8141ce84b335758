package t;

import dev.millrace.CachePolicy;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Node;

final class Nodes {
  @Node(cache = CachePolicy.NEVER)
  static String answer(String text, @In(key = KeyPolicy.IGNORE) String secret) {
    return text + secret;
  }

  @Node
  static String other(@In(key = KeyPolicy.IDENTITY) String text, @In("secret") String token) {
    return text + token;
  }
}
