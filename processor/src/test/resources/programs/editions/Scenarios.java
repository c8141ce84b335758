package editions;

import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.List;

final class Scenarios {
  private Scenarios() {}

  private static FlowPipeline pipeline(Cache cache) {
    return FlowPipeline.builder().cache(cache).build();
  }

  private static FlowPipeline.Inputs given(int a, int c) {
    return FlowPipeline.given().a(a).b(2).c(c);
  }

  private static String seen(Object result) {
    List<String> ran = new ArrayList<>(Flow.RAN);
    Flow.RAN.clear();
    return result + " " + ran;
  }

  static Object bar(Cache cache, int a, int c) {
    try (FlowPipeline pipeline = pipeline(cache)) {
      return seen(pipeline.bar(given(a, c)));
    }
  }

  static Object more(Cache cache, int more) {
    try (FlowPipeline pipeline = pipeline(cache)) {
      return seen(pipeline.bar(given(1, 3).more(more)));
    }
  }

  /** An intermediate is given: nothing above it is asked. */
  static Object given(Cache cache, int foo) {
    try (FlowPipeline pipeline = pipeline(cache)) {
      return seen(pipeline.bar(given(1, 3).foo(new Flow.Sum(foo))));
    }
  }

  static Object all(Cache cache) {
    try (FlowPipeline pipeline = pipeline(cache)) {
      FlowPipeline.Outputs all = pipeline.run(FlowPipeline.given().b(2).c(3).as(List.of(1, 2)).a(1));
      return seen(all.bar() + " " + all.bars());
    }
  }

  static Object bars(Cache cache, List<Integer> as) {
    try (FlowPipeline pipeline = pipeline(cache)) {
      return seen(pipeline.bars(FlowPipeline.given().as(as).b(2).c(3)));
    }
  }
}
