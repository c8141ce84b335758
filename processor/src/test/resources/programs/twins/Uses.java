package twins;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each form, mapped. */
@Pipeline
interface Uses {
  @Nested(value = Forms.class, output = "sum")
  List<Integer> sums(@Each("parts") List<List<Integer>> lists);

  @Nested(value = Forms.class, output = "weighed")
  List<Integer> weights(@Each("text") List<String> texts);

  @Nested(value = Forms.class, output = "weighed")
  List<Outcome<Integer>> someWeights(@Each("text") List<String> texts);

  @Nested(value = Forms.class, output = "pairedUp")
  List<String> pairs(@Each("left") List<String> lefts, @As("right") String same);

  @Nested(value = Forms.class, output = "heavy")
  List<String> heavyPairs(@As("left") String same, @Each("right") List<String> rights);

  @Nested(value = Forms.class, output = "later")
  List<Outcome<Integer>> laters(@Each("text") List<String> texts);

  @Nested(value = Forms.class, output = "sooner")
  List<Integer> sooners(@Each("text") List<String> texts);

  @Nested(value = Forms.class, output = "bothLater")
  List<Integer> allLater(@Each("text") List<String> texts);

  @Nested(value = Forms.class, output = "upper")
  List<String> uppers(@Each("text") List<String> texts);

  @Nested(value = Forms.class, output = "twice")
  List<Integer> twices(@Each("number") List<Integer> numbers);

  @Nested(value = Forms.class, output = "mixed")
  List<Double> mixtures(
      @Each("big") List<Long> bigs, @Each("small") List<Float> smalls, @As("wide") double width);

  @Nested(value = Forms.class, output = "tried")
  List<Long> trials(@Each("number") List<Integer> numbers);

  @Nested(value = Forms.class, output = "kept")
  List<@Nullable String> keeps(@Each("text") List<@Nullable String> maybes);

  @Nested(value = Forms.class, output = "sent")
  List<Outcome<Integer>> receipts(@Each("text") List<String> texts);

  @Nested(Forms.Greeter.class)
  List<String> greetings(@Each("text") List<String> texts);
}
