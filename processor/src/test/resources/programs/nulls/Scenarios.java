package nulls;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class Scenarios {
  private static final WordsPipeline PIPELINE = WordsPipeline.builder().build();
  private static final WordsPipeline.Inputs SOUND =
      WordsPipeline.given().texts(List.of("a b", "c")).other("x y");
  private static final WordsPipeline.Inputs CARELESS =
      WordsPipeline.given().texts(List.of("a b", "c null", "d")).other("x null");

  private Scenarios() {}

  private static String told(Function<WordsPipeline.Inputs, Object> output) {
    try {
      return output.apply(SOUND) + ", then " + output.apply(CARELESS);
    } catch (NullResultException isNull) {
      List<String> said = new ArrayList<>(List.of(output.apply(SOUND).toString()));
      said.add(isNull.getMessage().split(";")[0]);
      for (Throwable note : isNull.getSuppressed()) {
        said.add(note.getMessage());
      }
      return String.join(", then ", said);
    }
  }

  private static String shown(List<Outcome<String>> outcomes) {
    List<String> shown = new ArrayList<>();
    for (Outcome<String> each : outcomes) {
      shown.add(
          each instanceof Outcome.Failed<String> failed
              ? failed.node() + " " + failed.index() + " " + failed.inputs()
              : ((Outcome.Ok<String>) each).value());
    }
    return shown.toString();
  }

  static Object joined() {
    return told(PIPELINE::joined);
  }

  static Object joinedSoftly() {
    return told(given -> shown(PIPELINE.joinedSoftly(given)));
  }

  static Object joinedOfTwin() {
    return told(PIPELINE::joinedOfTwin);
  }

  static Object joinedSame() {
    return told(PIPELINE::joinedSame);
  }

  static Object joinedMaybes() {
    return told(PIPELINE::joinedMaybes);
  }

  static Object collected() {
    return told(given -> PIPELINE.firsts(given.texts(List.of("a", given.other().split(" ")[1]))));
  }

  static Object ofTwin() {
    return told(given -> shown(PIPELINE.lasts(given)));
  }
}
