package failing;

import dev.millrace.Stateful;
import java.util.ArrayList;
import java.util.List;

/** What a test does in the node that reads a resource, and in its twin. */
@Stateful
interface Model {
  Model PLAIN = new Model() {};

  default int one(int first) throws Exception {
    return first * 3;
  }

  default List<Integer> all(List<Integer> firsts) throws Exception {
    List<Integer> all = new ArrayList<>();
    for (int first : firsts) {
      all.add(one(first));
    }
    return all;
  }
}
