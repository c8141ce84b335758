package defaults;

import java.util.List;

final class Scenarios {
  private static final TunedPipeline PIPELINE = TunedPipeline.builder().build();

  private Scenarios() {}

  static Object whole() {
    return PIPELINE.whole(TunedPipeline.given());
  }

  static Object broken() {
    return PIPELINE.broken(TunedPipeline.given());
  }

  static Object letters() {
    return PIPELINE.letters(TunedPipeline.given());
  }

  static Object texts() {
    return PIPELINE.texts(TunedPipeline.given());
  }

  static Object modes() {
    return PIPELINE.modes(TunedPipeline.given());
  }

  static Object set() {
    var inputs = TunedPipeline.given().mode(Tuned.Mode.FAST).on(false).i(1).b((byte) 2).f(3f);
    return PIPELINE.modes(inputs) + " " + PIPELINE.whole(inputs) + " " + PIPELINE.broken(inputs);
  }

  static Object readByOthers() {
    return PIPELINE.others(TunedPipeline.given())
        + ", "
        + PIPELINE.others(TunedPipeline.given().i(1).boxed(2).b((byte) 3));
  }

  static Object nested() {
    var inputs = TunedPipeline.given().items(List.of(1, 2)).first(5).second(7).by(10);
    return PIPELINE.all(inputs)
        + " "
        + PIPELINE.all(inputs.factor(4))
        + " "
        + PIPELINE.one(inputs)
        + " "
        + PIPELINE.fixedBy(inputs);
  }

  static Object neverStages() {
    return PIPELINE.run(TunedPipeline.inputs().items(List.of()).first(1).second(1).by(1)).modes();
  }

  static Object accessors() {
    var inputs = TunedPipeline.given();
    return inputs.mode() + " " + inputs.factor() + " " + inputs.mode(Tuned.Mode.FAST).mode();
  }

  static Object plan() {
    return PIPELINE.describe();
  }
}
