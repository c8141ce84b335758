package reviewed;

import dev.millrace.runtime.Cache;
import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object whatIsIgnoredIsThere() {
    try (ReviewedPipeline pipeline =
        ReviewedPipeline.builder().cache(Cache.inMemory().storeAll()).build()) {
      var inputs = ReviewedPipeline.given().size(3).seed("seed");
      return pipeline.helped(inputs) + " " + pipeline.helped(inputs.seed("another"));
    }
  }

  static Object anOutcomeIsNotWhatIsInIt() {
    try (ReviewedPipeline pipeline =
        ReviewedPipeline.builder().cache(Cache.inMemory().storeAll()).build()) {
      var inputs = ReviewedPipeline.given().texts(List.of("a"));
      return pipeline.shownStrict(inputs) + " " + pipeline.shownSoft(inputs);
    }
  }

  static Object whatIsInOtherHandsMayChange() {
    Cache cache = Cache.inMemory().storeAll();
    try (ReviewedPipeline pipeline = ReviewedPipeline.builder().cache(cache).build()) {
      List<float[]> vectors =
          pipeline.vectors(ReviewedPipeline.given().numbers(List.of(1f, 2f)));
      var given = ReviewedPipeline.given().vectors(vectors);
      List<Float> before = pipeline.norms(given);
      vectors.forEach(each -> each[0] = 10);
      return before + " " + pipeline.norms(given);
    }
  }

  static Object aFailureBesideTheItemsIsKeptByNone() {
    try (ReviewedPipeline pipeline =
        ReviewedPipeline.builder().cache(Cache.inMemory().storeAll()).build()) {
      var inputs =
          ReviewedPipeline.given().words(List.of("a")).others(List.of("x", "y"));
      Reviewed.FAILS[0] = true;
      List<String> failed = pipeline.joins(inputs);
      Reviewed.FAILS[0] = false;
      return failed + " " + pipeline.joins(inputs);
    }
  }

  static Object whichObjectItIsCounts() {
    Cache cache = Cache.inMemory().storeAll();
    try (ReviewedPipeline pipeline = ReviewedPipeline.builder().cache(cache).build()) {
      var inputs = ReviewedPipeline.given().texts(List.of("a"));
      List<String> first = pipeline.opened(inputs);
      return first + " " + pipeline.opened(inputs) + " " + Reviewed.OPENED.getAndSet(0);
    }
  }

  static Object listsOfUnequalLengths() {
    Cache cache = Cache.inMemory().storeAll();
    try (ReviewedPipeline pipeline = ReviewedPipeline.builder().cache(cache).build()) {
      var inputs = ReviewedPipeline.given().lefts(List.of()).rights(List.of("a"));
      return pipeline.explain(inputs).of("pairs.pair").state();
    }
  }

  static Object told(Cache cache) {
    try (ReviewedPipeline pipeline = ReviewedPipeline.builder().cache(cache).build()) {
      var inputs = ReviewedPipeline.given().names(List.of(new Reviewed.Name("n")));
      return pipeline.told(inputs);
    }
  }
}
