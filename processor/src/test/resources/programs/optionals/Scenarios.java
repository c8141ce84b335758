package optionals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Scenarios {
  private static final MaybePipeline PIPELINE = MaybePipeline.builder().build();

  private Scenarios() {}

  private static MaybePipeline.Inputs text(String text) {
    return MaybePipeline.given().text(text);
  }

  static Object nullable() {
    return PIPELINE.title(text("#t"))
        + " "
        + PIPELINE.title(text("t"))
        + " "
        + PIPELINE.ofNullable(text("t"))
        + " "
        + PIPELINE.ofOptional(text("#t"))
        + PIPELINE.ofOptional(text("t"))
        + PIPELINE.ofWider(text("#t"));
  }

  static Object optional() {
    return PIPELINE.number(text("four"))
        + PIPELINE.asOptional(text("t"))
        + PIPELINE.asNullable(text("t"))
        + PIPELINE.asNullable(text("four"))
        + PIPELINE.asNumber(text("four"));
  }

  static Object always() {
    return PIPELINE.always(text("t"));
  }

  static Object requiredWhereOneNeedsIt() {
    return PIPELINE.required(MaybePipeline.given().base(3));
  }

  static Object missing() {
    return PIPELINE.required(MaybePipeline.given());
  }

  static Object leftOut() {
    return PIPELINE.optional(MaybePipeline.given())
        + ", "
        + PIPELINE.optional(MaybePipeline.given().bonus(1).note("n"))
        + ", "
        + PIPELINE.optional(MaybePipeline.given().bonus(null).note(null));
  }

  static Object generic() {
    return PIPELINE.generic(MaybePipeline.given())
        + PIPELINE.generic(MaybePipeline.given().table(Map.of("k", List.of())));
  }

  static Object accessors() {
    var inputs = MaybePipeline.given();
    return inputs.bonus() + " " + inputs.bonus(4).bonus() + " " + inputs.title();
  }

  static Object givenNull() {
    return PIPELINE.ofNullable(MaybePipeline.given().title(null))
        + " "
        + PIPELINE.ofOptional(MaybePipeline.given().title(null))
        + " "
        + PIPELINE.title(MaybePipeline.given().title(null))
        + " "
        + Maybe.RAN;
  }

  static Object givenOptional() {
    return PIPELINE.asNullable(MaybePipeline.given().number(Optional.empty()))
        + PIPELINE.asNullable(MaybePipeline.given().number(Optional.of(1)));
  }

  static Object mapped() {
    return PIPELINE.sizes(text("aa"))
        + " "
        + PIPELINE.trims(text(""))
        + " "
        + PIPELINE.uppers(text("aa"))
        + " "
        + PIPELINE.shouts(text("aa"))
        + " "
        + PIPELINE.sizes(text("aa").suffix("xyz"))
        + " "
        + Maybe.RAN;
  }

  static Object once() {
    return PIPELINE.trim(text("# a ")) + "/" + PIPELINE.trim(text("")) + "/" + PIPELINE.sizeOfOne(text(""));
  }

  static Object givenForEach() {
    return PIPELINE.sizesGiven(MaybePipeline.given().cut(List.of("a", "bb")));
  }

  static Object nullsInAList() {
    return PIPELINE.sizes(MaybePipeline.given().pieces(Arrays.asList(null, "a")));
  }

  static Object aNullOptional() {
    return PIPELINE.careless(text("t"));
  }

  static Object aNullResult() {
    return PIPELINE.stricts(MaybePipeline.given().words(List.of("a", "")));
  }

  static Object aNullOptionalInAUse() {
    return PIPELINE.looseOne(text(""));
  }

  static Object notStages() {
    var outputs = PIPELINE.run(MaybePipeline.inputs().text("#t").base(1).cut(List.of()).words(List.of()).careless(Optional.empty()));
    return List.of(outputs.optional(), outputs.always(), outputs.generic());
  }

  static Object plan() {
    return PIPELINE.describe();
  }
}
