package inclusion;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import inclusion.parts.Inner;
import inclusion.parts.Shared;

/** Shared stands in the list and inside Inner: its nodes are there once. */
@Pipeline({Shared.class, Inner.class, Shared.class})
public interface Outer {
  @Node
  static String last(String ending, String middle) {
    return middle + ending;
  }
}
