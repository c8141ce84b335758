package t;

import dev.millrace.Node;
import dev.millrace.Retry;
import java.io.IOException;
import java.util.concurrent.CancellationException;

final class Nodes {
  @Node
  @Retry(on = {IllegalStateException.class, java.io.FileNotFoundException.class}, notOn = IOException.class)
  static String excluded(String question) {
    return question;
  }

  @Node
  @Retry(notOn = Exception.class)
  static String excludedByDefault(String question) {
    return question;
  }

  @Node
  @Retry(on = {})
  static String onNothing(String question) {
    return question;
  }

  @Node
  @Retry(on = {InterruptedException.class, CancellationException.class})
  static String onWhatEnds(String question) {
    return question;
  }
}
