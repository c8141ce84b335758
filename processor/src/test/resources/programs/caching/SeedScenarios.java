package caching;

import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class SeedScenarios {
  private SeedScenarios() {}

  private static SeedPipeline pipeline() {
    return SeedPipeline.builder().cache(Cache.inMemory().storeAll()).build();
  }

  private static String ran() {
    return "foo "
        + Seed.FOO.getAndSet(0)
        + " bar "
        + Seed.BAR.getAndSet(0)
        + " length "
        + Seed.LENGTH.getAndSet(0)
        + " square "
        + Seed.SQUARE.getAndSet(0);
  }

  static Object downstreamChange() {
    try (SeedPipeline pipeline = pipeline()) {
      var inputs = SeedPipeline.given().a(1).b(2).c(3);
      String first = pipeline.bar(inputs) + " " + ran();
      String second = pipeline.bar(inputs.c(4)) + " " + ran();
      String third = pipeline.bar(inputs.c(4)) + " " + ran();
      String fourth = pipeline.bar(inputs.a(5)) + " " + ran();
      return String.join(", ", first, second, third, fourth);
    }
  }

  private static List<Seed.Word> words(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Seed.Word("w" + i)).toList();
  }

  static Object map() {
    try (SeedPipeline pipeline = pipeline()) {
      var inputs = SeedPipeline.given().power(2).c(3).words(words(1000));
      List<Object> seen = new ArrayList<>();
      seen.add(pipeline.total(inputs) + " " + ran());
      seen.add(pipeline.total(inputs) + " " + ran());
      seen.add(pipeline.total(inputs.c(1)) + " " + ran());
      seen.add(pipeline.total(inputs.power(1)) + " " + ran());
      List<Seed.Word> more = new ArrayList<>(words(1000));
      more.add(0, new Seed.Word("first"));
      seen.add(pipeline.total(inputs.words(more)) + " " + ran());
      return seen.toString();
    }
  }

  static Object explained() {
    try (SeedPipeline pipeline = pipeline()) {
      var inputs = SeedPipeline.given().a(1).b(2).power(2).c(3).words(words(10));
      List<Object> seen = new ArrayList<>();
      seen.add(pipeline.explain(inputs));
      pipeline.run(inputs);
      ran();
      seen.add(pipeline.explain(inputs));
      seen.add(pipeline.explain(inputs.c(4)));
      seen.add(pipeline.explain(inputs.power(3)));
      seen.add(pipeline.explain(inputs.words(words(12))));
      seen.add(pipeline.explain(inputs.foo("given")));
      return seen + ran();
    }
  }
}
