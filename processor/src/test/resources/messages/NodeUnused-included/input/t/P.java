package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

/** What comes with a pipeline that is needed is not said; one of which nothing is needed is. */
@Pipeline(
    value = {P.Needed.class, P.Idle.class},
    outputs = "last")
interface P {
  @Node
  static String last(String trimmed) {
    return trimmed + ".";
  }

  @Pipeline(
      value = Texts.class,
      outputs = {"trimmed", "length"})
  interface Needed {}

  @Pipeline(Numbers.class)
  interface Idle {}

  final class Texts {
    @Node
    static String trimmed(String text) {
      return text.strip();
    }

    @Node
    static int length(String trimmed) {
      return trimmed.length();
    }
  }

  final class Numbers {
    @Node
    static long square(long number) {
      return number * number;
    }
  }
}
