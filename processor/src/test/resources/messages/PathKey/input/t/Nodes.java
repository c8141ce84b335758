package t;

import dev.millrace.ByContent;
import dev.millrace.ByName;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Node;
import dev.millrace.Stateful;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class Nodes {
  record Corpus(@ByContent Path file, @ByName String title) {}

  @Stateful
  static final class Model {
    Model(@ByContent Path folder, @ByContent int threads) {}
  }

  @Node
  static int size(@ByContent File file, @ByContent Path path, @ByName List<String> names) {
    return 1;
  }

  @Node
  static int count(
      @ByName @ByContent Path both,
      @ByName Map<String, ? extends Path> paths,
      @ByContent Path[] array,
      @In(key = KeyPolicy.IGNORE) @ByName Path ignored) {
    return 1;
  }
}
