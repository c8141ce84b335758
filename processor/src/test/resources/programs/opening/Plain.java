package opening;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;

@Pipeline(Texts.class)
interface Plain {

  @Nested(value = Texts.class, output = "code")
  List<String> codes(@Each("text") List<String> texts);

  @Nested(value = Texts.class, output = "code")
  List<Outcome<String>> outcomes(@Each("text") List<String> texts);

  /** One page: a list of lines, each encoded. */
  @Pipeline
  interface Page {
    @Nested(value = Texts.class, output = "code")
    List<String> lines(@Each("text") List<String> texts);

    @Node
    static String page(List<String> lines) {
      return String.join("|", lines);
    }
  }

  @Nested(value = Page.class, output = "page")
  List<Outcome<String>> pages(@Each("texts") List<List<String>> manyTexts);

  /** Inside, one thing is an Encoder; outside, another reads the same as what it is. */
  @Nested(value = Texts.class, output = "code")
  String localCode(@As("text") String text, @As("encoder") Encoder local);

  @Node
  static int localWidth(Onnx local) {
    return local.width();
  }

  /** Two texts, each with each of some encoders, which are plain objects in a list. */
  @Nested(value = Texts.class, output = "code")
  List<String> byEach(@Each("text") List<String> texts, @Each("encoder") List<Encoder> encoders);
}
