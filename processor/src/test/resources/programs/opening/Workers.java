package opening;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import java.util.concurrent.atomic.AtomicInteger;

/** What serves one run at a time. */
@Pipeline
interface Workers {
  @Stateful(scope = Scope.PER_WORKER, maxInstances = 2)
  abstract class Parser {
    private final AtomicInteger users = new AtomicInteger();

    /** Returns whether nobody else is at it; meets somebody who uses another. */
    boolean meets(Meeting meeting) throws Exception {
      boolean alone = users.incrementAndGet() == 1;
      meeting.meet();
      return users.decrementAndGet() == 0 && alone;
    }
  }

  @Stateful(scope = Scope.PER_WORKER, maxInstances = 2)
  final class Html extends Parser {
    Html(String name) {
      Diary.note("open " + name);
    }
  }

  @Stateful(scope = Scope.PER_WORKER, maxInstances = 1)
  final class Single extends Parser {
    Single(String name) {
      Diary.note("open " + name);
    }
  }

  interface Meeting {
    void meet() throws Exception;
  }

  @Node
  static boolean alone(Parser parser, Meeting meeting) throws Exception {
    return parser.meets(meeting);
  }

  @Node
  static boolean bothAlone(Parser left, Parser right, Meeting meeting) throws Exception {
    return left.meets(meeting) & right.meets(meeting);
  }
}
