package owners;

import dev.millrace.CacheKey;
import dev.millrace.Node;
import dev.millrace.Pipeline;

/** Records, enums, inner classes and interfaces with nodes. */
@Pipeline({Owners.Ratio.class, Owners.Mode.class, Owners.Steps.class, Owners.Outer.Part.class})
interface Owners {
  record Ratio(double value) {
    @Node
    double scaled(int count) {
      return value * count;
    }
  }

  enum Mode {
    FAST,
    EXACT;

    @Node
    String described(double scaled) {
      return name() + scaled;
    }

    @Node
    static Mode best(int count) {
      return count > 1 ? FAST : EXACT;
    }
  }

  interface Steps {
    @Node
    static int count(String text) {
      return text.length();
    }
  }

  final class Outer {
    final class Part {
      @CacheKey
      public String key() {
        return "whole";
      }

      @Node
      String whole(Mode best) {
        return "part " + best;
      }
    }
  }
}
