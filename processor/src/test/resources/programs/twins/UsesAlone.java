package twins;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that have only the form for many: once, nested once, for each, and where they cannot. */
@Pipeline(Alone.class)
interface UsesAlone {
  @Nested(value = Alone.class, output = "shown")
  String shownOnce(@As("text") String other);

  @Nested(value = Alone.class, output = "shown")
  List<String> all(@Each("text") List<String> texts);

  @Nested(value = Alone.class, output = "length")
  List<Outcome<Integer>> some(@Each("text") List<String> texts);

  @Nested(value = Alone.class, output = "known")
  List<@Nullable String> everybody(@Each("name") List<@Nullable String> people);

  @Nested(Alone.Varying.class)
  List<String> oneByOne(@Each("text") List<String> texts);

  @Nested(Alone.Trap.class)
  List<String> trapped(@Each("item") List<Object> items);

  @Nested(Alone.Trap.class)
  String trappedOnce(@As("item") List<Object> bait);

  @Nested(Alone.Counter.class)
  String counts(@As("text") String other, Alone.Counter counter);

  @Nested(Alone.Counter.class)
  List<String> allCounts(@Each("text") List<String> texts, Alone.Counter counter);
}
