package cone;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** text -> left, right -> joined; apart stands alone; broken throws. */
@Pipeline(Diamond.Nodes.class)
interface Diamond {
  List<String> RAN = new ArrayList<>();

  final class Nodes {
    private Nodes() {}

    @Node
    static String left(String text) {
      RAN.add("left");
      return text + "<";
    }

    @Node
    static String right(String text, int times) {
      RAN.add("right");
      return ">".repeat(times) + text;
    }

    @Node
    static String joined(String left, String right) {
      RAN.add("joined");
      return left + right;
    }

    @Node
    static int apart(long other) {
      RAN.add("apart");
      return (int) other;
    }

    @Node
    static String broken(String left, boolean fails) throws IOException {
      if (fails) {
        throw new IOException("no " + left);
      }
      return left;
    }

    @Node
    static String nothing(String left, String result) {
      return result.isEmpty() ? null : result;
    }
  }
}
