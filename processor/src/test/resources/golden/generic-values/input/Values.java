package values;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Map;

/** Generic types, arrays and wildcards as values. */
@Pipeline
interface Values {
  record Hit<T>(T what, double score) {}

  sealed interface Doc permits Note {}

  record Note(String text) implements Doc {}

  @Node
  static Map<String, List<Hit<Doc>>> hits(Note[] notes, int[][] matrix) {
    Hit<Doc> first = new Hit<>(notes[0], matrix[0][0]);
    return Map.of("first", List.of(first));
  }

  @Node
  static List<? extends Doc> docs(Map<String, ? extends List<Hit<Doc>>> hits) {
    return hits.get("first").stream().map(Hit::what).toList();
  }

  @Node
  static List<?> anything(List<? super Note> sink) {
    return sink;
  }

  @Nested(Texts.class)
  List<String> texts(@Each("doc") List<? extends Doc> docs);

  @Nested(Strings.class)
  List<? extends CharSequence> strings(@Each("object") List<?> anything);

  final class Texts {
    private Texts() {}

    @Node
    static String text(Doc doc) {
      return doc.toString();
    }

    @Batch
    static List<String> text(List<Doc> docs) {
      return docs.stream().map(Doc::toString).toList();
    }
  }

  final class Strings {
    private Strings() {}

    @Node
    static String string(Object object) {
      return object.toString();
    }
  }
}
