package t;

import dev.millrace.Batch;
import dev.millrace.ByContent;
import dev.millrace.ByName;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import java.nio.file.Path;
import java.util.List;

final class Nodes {
  static int plain(@ByContent Path path) {
    return 1;
  }

  static final class Plain {
    Plain(@ByName Path path, @In(key = KeyPolicy.IGNORE) String secret) {}
  }

  @Stateful
  static final class Client {
    Client(@In("token") String secret, @In(key = KeyPolicy.IGNORE) String password) {}
  }

  @Node
  static int size(@In String text, @ByName Path path) {
    return 1;
  }

  @Batch
  static List<Integer> size(List<String> text, @ByName Path path) {
    return List.of();
  }

  @Batch
  static List<Integer> width(
      @Each("word") @In(key = KeyPolicy.IGNORE) List<String> words,
      @Each("line") @In("row") List<String> lines) {
    return List.of();
  }

  @Pipeline
  interface P {
    @Nested(value = Nodes.class, output = "size")
    int inner(String text, @ByContent Path path);
  }
}
