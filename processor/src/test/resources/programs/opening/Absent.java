package opening;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resources that may be left out. */
@Pipeline(Absent.Maybe.class)
interface Absent {
  final class Maybe {
    private Maybe() {}

    @Node
    static String nullable(String text, @Nullable Encoder encoder) {
      return encoder == null ? "none" : encoder.encode(text);
    }

    @Node
    static String optional(String text, Optional<Encoder> encoder) {
      return encoder.map(each -> each.encode(text)).orElse("none");
    }
  }

  @Nested(value = Maybe.class, output = "optional")
  List<String> optionals(@Each("text") List<String> texts);

  @Nested(value = Maybe.class, output = "nullable")
  List<String> nullables(
      @Each("text") List<String> texts, @As("encoder") @Nullable Encoder encoder);
}
