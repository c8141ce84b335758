package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.List;
import java.util.Optional;

@Pipeline
interface P {
  @SuppressWarnings("rawtypes")
  record Words(List words, int count) {}

  @Node
  @SuppressWarnings("rawtypes")
  static int one(Optional key) {
    return 1;
  }

  @Node
  @Split
  static Words words(String text) {
    return new Words(List.of(), 1);
  }
}
