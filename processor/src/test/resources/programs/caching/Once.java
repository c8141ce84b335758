package caching;

import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.concurrent.atomic.AtomicInteger;

@Pipeline({})
interface Once {
  AtomicInteger SEVEN = new AtomicInteger();

  /** It is given nothing. */
  @Nested(value = Numbers.class, output = "seven")
  int seven();

  final class Numbers {
    @Node
    static int seven() {
      SEVEN.incrementAndGet();
      return 7;
    }
  }
}
