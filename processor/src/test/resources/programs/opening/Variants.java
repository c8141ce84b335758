package opening;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Retry;
import dev.millrace.Timeout;
import dev.millrace.When;
import java.io.IOException;
import java.util.List;

/** What is not chosen, and what is tried again. */
@Pipeline({Variants.Chosen.class, Variants.Tried.class})
interface Variants {
  enum How {
    LOCAL,
    REMOTE
  }

  final class Chosen {
    private Chosen() {}

    @Node("vector")
    @When("LOCAL")
    static String local(How how, String text, Encoder near) {
      return near.encode(text);
    }

    @Node("vector")
    @When("REMOTE")
    static String remote(How how, String text, Encoder far) {
      return far.encode(text);
    }
  }

  final class Tried {
    private Tried() {}

    @Node
    @Retry(attempts = 3)
    static String tried(String text, Encoder flaky) throws IOException {
      Diary.note("try");
      if (Diary.count("try") < 3) {
        throw new IOException("not yet");
      }
      return flaky.encode(text);
    }

    @Node
    @Timeout("1h")
    static String timed(String text, Encoder flaky) {
      return flaky.encode(text);
    }
  }

  @Nested(value = Chosen.class, output = "vector")
  List<String> vectors(@Each("how") List<How> hows);

  @Nested(value = Tried.class, output = "tried")
  List<String> triedAll(@Each("text") List<String> texts);
}
