package streams;

import java.util.List;

final class Scenarios {
  private static final RiversPipeline PIPELINE = RiversPipeline.builder().build();

  private Scenarios() {}

  private static RiversPipeline.Inputs text(String text) {
    return RiversPipeline.given().text(text);
  }

  static Object keptAsAList() {
    var outputs = PIPELINE.words(text("a b"));
    return outputs + " " + Rivers.RAN;
  }

  static Object unmodifiable() {
    try {
      PIPELINE.words(text("a b")).set(0, "c");
      return "was changed";
    } catch (UnsupportedOperationException refused) {
      return "unmodifiable";
    }
  }

  static Object readTwice() {
    var inputs = text("a bb");
    return PIPELINE.joined(inputs) + " " + PIPELINE.count(inputs) + " " + PIPELINE.wide(inputs);
  }

  static Object wildcards() {
    return PIPELINE.table(text("a bb"));
  }

  static Object anInput() {
    return PIPELINE.total(RiversPipeline.given().numbers(List.of(1, 2)));
  }

  static Object aGivenIntermediate() {
    return PIPELINE.joined(RiversPipeline.given().words(List.of("x", "y")));
  }

  static Object nulls() {
    return PIPELINE.shown(text("a"));
  }

  static Object aNullElement() {
    return PIPELINE.broken(text("null"));
  }

  static Object failing() {
    try {
      return PIPELINE.broken(text("bad"));
    } catch (IllegalStateException failure) {
      return failure.getMessage() + " " + Rivers.RAN;
    }
  }

  static Object mapped() {
    return PIPELINE.spellings(text("ab c"))
        + " "
        + PIPELINE.alphabet(text("ab c"))
        + " "
        + Rivers.RAN;
  }

  static Object once() {
    return PIPELINE.spelling(RiversPipeline.given().word("xyz"));
  }

  static Object twinned() {
    return PIPELINE.halved(RiversPipeline.given().numbers(List.of(5, 4))) + " " + Rivers.RAN;
  }

  static Object plan() {
    return PIPELINE.describe();
  }
}
