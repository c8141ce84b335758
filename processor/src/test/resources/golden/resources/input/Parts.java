package handles;

import dev.millrace.Node;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Resource;
import java.util.List;

/** Nested classes, other constructors, other scopes. */
public final class Parts {
  private Parts() {}

  /** Nothing is needed to open it. */
  @Stateful
  public static class Clock {}

  /** Visible to its package alone; opened once per thread that needs it. */
  @Stateful(scope = Scope.PER_WORKER, maxInstances = 4)
  static final class Tokenizer {
    Tokenizer(Resource<? extends Encoder> encoder, Clock clock, String[][] pairs) {}
  }

  /** Not opened itself, but what extends it is. */
  @Stateful(scope = Scope.PER_WORKER)
  public abstract static class Parser {
    @Node
    public abstract List<String> words(String text);
  }

  /** Public, but opened by its package alone; what is old is so without a warning. */
  @Deprecated
  @Stateful(scope = Scope.PER_WORKER)
  public static final class OldParser extends Parser {
    @SafeVarargs
    protected OldParser(Class<?> type, List<String>... words) {}

    @Override
    public List<String> words(String text) {
      return List.of(text);
    }
  }
}
