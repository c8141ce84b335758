package reading;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

@Pipeline
interface Reading {
  @Node
  static String page(String address) throws IOException, TimeoutException {
    if (address.isEmpty()) {
      throw new IOException("no address");
    }
    if (address.isBlank()) {
      throw new TimeoutException("too long");
    }
    return address;
  }

  @Node
  static int length(String page) throws IllegalStateException {
    return page.length();
  }

  @Node
  static int constant(int seed) {
    return seed;
  }

  @Nested(Checks.class)
  List<String> checked(@Each("line") List<String> lines);

  final class Checks {
    private Checks() {}

    @Node
    static String valid(String line) throws java.text.ParseException {
      if (line.isEmpty()) {
        throw new java.text.ParseException(line, 0);
      }
      return line;
    }
  }
}
