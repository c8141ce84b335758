package dev.millrace.benchmarks.waiting;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.net.URI;
import java.util.List;

/** Many questions, each of which is answered after a while. */
public final class Waiting {
  private Waiting() {}

  /** Of a service. */
  @Pipeline({})
  public interface Questions {
    @Nested(value = WaitingNodes.class, output = "answer")
    List<Long> answers(@Each("question") List<Long> questions);
  }

  /** Of a server. */
  @Pipeline({})
  public interface Addresses {
    @Nested(value = WaitingNodes.class, output = "page")
    List<String> pages(@Each("address") List<URI> addresses);
  }
}
