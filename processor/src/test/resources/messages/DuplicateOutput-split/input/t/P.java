package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;

@Pipeline({P.A.class, P.B.class})
interface P {
  record Sizes(int small, int large) {}

  record Widths(int narrow, int wide) {}

  final class A {
    @Node
    @Split
    static Sizes sizes(String text) {
      return new Sizes(1, 2);
    }

    @Node
    static int small(String text) {
      return 3;
    }
  }

  final class B {
    @Node
    @Split
    static Widths sizes(String text) {
      return new Widths(1, 2);
    }
  }
}
