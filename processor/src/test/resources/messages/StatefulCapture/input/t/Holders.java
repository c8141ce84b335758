package t;

import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

final class Holders {
  @Stateful(scope = Scope.PER_WORKER)
  interface Parser {}

  static final class Html implements Parser {}

  @Stateful
  static final class Safe implements Parser {}

  @Stateful
  static final class Direct {
    Direct(Parser parser, Safe safe) {}
  }

  @Stateful
  static final class Within {
    Within(
        Resource<? extends Parser> resource,
        List<Html> list,
        Optional<Parser[]> arrays,
        Map<String, Html> map,
        Function<Parser, String> function) {}
  }

  @Stateful(scope = Scope.PER_WORKER)
  static final class PerWorker {
    PerWorker(Parser parser) {}
  }
}
