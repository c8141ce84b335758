package t;

import dev.millrace.Node;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Resource;
import java.util.List;

@Stateful(scope = Scope.PER_WORKER)
final class Nodes {
  @Stateful
  interface Index {}

  @Node
  Index own(List<String> words) {
    return null;
  }

  @Node
  static Index index(List<String> words, Nodes nodes) {
    return null;
  }

  @Node
  static Resource<Index> handle(Resource<? extends Nodes> parser) {
    return null;
  }

  @Node
  static int count(Index index, Nodes nodes) {
    return 0;
  }
}
