package policies;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What nodes say of the cache, alone and for each of a list. */
@Pipeline(Policies.Nodes.class)
interface Policies {
  /** What nobody says in a key, and an impure node reads. */
  AtomicInteger TIME = new AtomicInteger();

  @Nested(value = Nodes.class, output = "belowNever")
  List<String> nevers(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "belowPass")
  List<String> passes(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "stored")
  List<String> stores(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "belowCut")
  List<String> cuts(@Each("text") List<String> texts);

  @Nested(value = Constant.class, output = "seen")
  List<String> constants(@Each("text") List<String> texts);

  @Node
  static String joined(List<String> constants) {
    Ran.node("joined");
    return String.join(" ", constants);
  }

  final class Nodes {
    private Nodes() {}

    @Node(cache = CachePolicy.NEVER)
    static int never(String text) {
      Ran.node("never");
      return TIME.get() / 10;
    }

    @Node
    static String belowNever(int never, String text) {
      Ran.node("belowNever");
      return text + never;
    }

    @Node(cache = CachePolicy.PASS)
    static int pass(String text) {
      Ran.node("pass");
      return text.length();
    }

    @Node
    static String belowPass(int pass) {
      Ran.node("belowPass");
      return "pass" + pass;
    }

    @Node(cache = CachePolicy.STORE, salt = "one", version = 1)
    static String stored(String text) {
      Ran.node("stored");
      return text + "!";
    }

    @Node(cutOff = true)
    static int cut(String text) {
      Ran.node("cut");
      return text.trim().length();
    }

    @Node
    static String belowCut(int cut) {
      Ran.node("belowCut");
      return "cut" + cut;
    }
  }

  /** What is impure is the same for all items. */
  final class Constant {
    private Constant() {}

    @Node(cache = CachePolicy.NEVER)
    static int now() {
      Ran.node("now");
      return TIME.get() / 10;
    }

    @Node
    static String seen(String text, int now) {
      Ran.node("seen");
      return text + now;
    }
  }
}
