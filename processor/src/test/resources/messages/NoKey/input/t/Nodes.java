package t;

import dev.millrace.ByContent;
import dev.millrace.ByName;
import dev.millrace.CachePolicy;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import java.nio.file.Path;
import java.util.List;

@Pipeline({Nodes.class, Nodes.Model.class})
interface P {}

final class Nodes {
  record Corpus(String title, List<Path> files) {}

  interface Scorer {}

  @Stateful
  static final class Model {
    Model(Thread owner) {}

    @Node(cache = CachePolicy.STORE)
    int score(String word) {
      return word.length();
    }
  }

  @Stateful
  interface Encoder {}

  @Stateful
  static final class Sound {
    Sound(@ByName Path file, @In(key = KeyPolicy.IGNORE) Thread owner) {}
  }

  @Node(cache = CachePolicy.STORE)
  static int encoded(Encoder encoder, Sound sound) {
    return 1;
  }

  @Node
  static String tagged(Model model) {
    return "";
  }

  @Node(cache = CachePolicy.STORE)
  static int below(String tagged) {
    return tagged.length();
  }

  @Node(cache = CachePolicy.STORE)
  static String text(Corpus corpus, @In(key = KeyPolicy.IDENTITY) Scorer scorer) {
    return corpus.title();
  }

  @Node(cache = CachePolicy.PASS)
  static String name(Path path) {
    return path.toString();
  }

  @Node(cache = CachePolicy.STORE)
  static int length(String name) {
    return name.length();
  }

  @Node(cutOff = true)
  static Scorer made(String text) {
    return new Scorer() {};
  }

  @Node(cache = CachePolicy.STORE)
  static int byName(@ByName Path both) {
    return 1;
  }

  @Node(cache = CachePolicy.STORE)
  static int byContent(@ByContent Path both) {
    return 1;
  }
}
