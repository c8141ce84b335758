package resources;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Resource;
import java.util.List;

/** What is nested, what is leased, and what has nodes but no handle. */
final class Outer {
  private Outer() {}

  @Stateful
  interface Greeter {
    @Node
    String greeting(String name);

    @Node
    default String shout(String greeting) {
      return greeting.toUpperCase(java.util.Locale.ROOT);
    }
  }

  @Stateful
  abstract static class Counter {
    @Node
    int letters(String greeting) {
      return greeting.length() * factor();
    }

    @Batch
    List<Integer> letters(List<String> greetings) {
      return greetings.stream().map(each -> each.length() * factor() + 1).toList();
    }

    abstract int factor();
  }

  /** The twin of a node of an abstract class. */
  @Pipeline
  interface Many {
    @Nested(Counter.class)
    List<Integer> all(@Each("greeting") List<String> greetings);
  }

  @Stateful(scope = Scope.PER_WORKER, maxInstances = 2)
  static final class Polite {
    private final Resource<? extends Greeter> inner;
    private final Model model;

    Polite(Resource<? extends Greeter> inner, Model model) {
      this.inner = inner;
      this.model = model;
    }

    @Override
    public String toString() {
      return "polite " + inner + " " + model;
    }
  }

}
