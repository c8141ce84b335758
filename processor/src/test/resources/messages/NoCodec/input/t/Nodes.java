package t;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(Nodes.class)
interface P {
  @Nested(value = Inner.class, output = "tagger")
  List<Nodes.Tagger> taggers(@Each("word") List<String> words);
}

final class Nodes {
  static final class Tagger {}

  record Report(String title, List<Tagger> taggers) {}

  @Node(cache = CachePolicy.STORE)
  static Report report(String title) {
    return new Report(title, List.of());
  }

  @Node
  static Tagger notKept(String title) {
    return new Tagger();
  }

  @Node(cache = CachePolicy.STORE)
  static List<String> kept(String title) {
    return List.of(title);
  }
}

final class Inner {
  @Node(cache = CachePolicy.STORE)
  static Nodes.Tagger tagger(String word) {
    return new Nodes.Tagger();
  }
}
