package apart;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Pipeline(Parsing.Lines.class)
interface Parsing {
  record Header(String key, @Nullable String note) {}

  record Headers(@As("key") List<String> keys, @As("size") List<Integer> sizes) {}

  final class Lines {
    @Node
    @Split
    static Header header(String line) {
      return new Header(line, null);
    }

    @Node
    static int size(String key, @Nullable String note) {
      return key.length() + (note == null ? 0 : note.length());
    }
  }

  @Nested(Lines.class)
  @Split
  Headers headers(@Each("line") List<String> lines);
}
