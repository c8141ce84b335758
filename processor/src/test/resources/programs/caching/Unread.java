package caching;

import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** It maps over lists whose elements are in no key. */
@Pipeline(Unread.Nodes.class)
interface Unread {
  @Nested(value = Ones.class, output = "one")
  List<Integer> ones(@Each("word") List<String> words);

  @Nested(value = Echoes.class, output = "echo")
  List<String> echoes(@Each("sound") List<String> sounds);

  final class Nodes {
    @Node
    static int count(List<Integer> ones) {
      return ones.size();
    }

    @Node
    static int loudness(List<String> echoes) {
      return echoes.size();
    }
  }

  final class Ones {
    @Node
    static int one(int start) {
      return start;
    }

    @Node
    static String unused(String word) {
      return word;
    }
  }

  final class Echoes {
    @Node
    static String echo(@In(key = KeyPolicy.IGNORE) String sound) {
      return "echo";
    }
  }
}
