package caching;

import dev.millrace.runtime.Cache;

final class OnceScenarios {
  private OnceScenarios() {}

  static Object twice() {
    try (OncePipeline pipeline = OncePipeline.builder().cache(Cache.inMemory()).build()) {
      int first = pipeline.seven(OncePipeline.given());
      int second = pipeline.seven(OncePipeline.given());
      return first + " " + second + " ran " + Once.SEVEN.get();
    }
  }
}
