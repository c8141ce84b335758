package cone;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class Scenarios {
  private static final DiamondPipeline PIPELINE = DiamondPipeline.builder().build();

  private Scenarios() {}

  static Object onlyTheCone() {
    String joined = PIPELINE.joined(DiamondPipeline.given().text("t").times(2));
    return joined + " " + Diamond.RAN;
  }

  static Object everything() throws IOException {
    var outputs = PIPELINE.run(all());
    return outputs.left() + outputs.right() + outputs.joined() + outputs.apart() + Diamond.RAN;
  }

  private static DiamondPipeline.Inputs all() {
    return DiamondPipeline.inputs().text("t").times(1).other(7L).fails(false).result("r");
  }

  static Object withers() {
    var first = DiamondPipeline.given().text("a");
    var second = first.text("b").left("given");
    return List.of(
        first.text(), second.text(), second.left(), PIPELINE.left(first), PIPELINE.left(second));
  }

  static Object givenIntermediate() {
    String joined = PIPELINE.joined(DiamondPipeline.given().left("L").right("R"));
    return joined + " " + Diamond.RAN;
  }

  static Object givenOutput() {
    return PIPELINE.joined(DiamondPipeline.given().joined("J")) + " " + Diamond.RAN;
  }

  static Object missing() {
    try {
      PIPELINE.joined(DiamondPipeline.given());
      return "nothing was missed";
    } catch (MissingInputException missing) {
      return missing.missing() + " " + missing.getMessage() + " " + Diamond.RAN;
    }
  }

  static Object missingBesideGiven() {
    try {
      PIPELINE.joined(DiamondPipeline.given().left("L"));
      return "nothing was missed";
    } catch (MissingInputException missing) {
      return missing.missing();
    }
  }

  static Object accessorOfWhatIsMissing() {
    return DiamondPipeline.given().text();
  }

  static Object checked() throws IOException {
    return PIPELINE.broken(DiamondPipeline.given().text("t").fails(true));
  }

  static Object nullResult() {
    return PIPELINE.nothing(DiamondPipeline.given().left("L").result(""));
  }

  static Object nullInput() {
    return DiamondPipeline.given().text(null);
  }

  static Object listened() throws IOException {
    Told told = new Told();
    DiamondPipeline pipeline = DiamondPipeline.builder().listener(told).build();
    pipeline.joined(DiamondPipeline.given().text("t").right("R"));
    try {
      pipeline.broken(DiamondPipeline.given().left("L").fails(true));
    } catch (IOException expected) {
      told.events.add("caught " + expected.getMessage());
    }
    return told.events;
  }

  static Object badListener() {
    RunObserver bad =
        new RunObserver() {
          @Override
          public void nodeStarted(String node) {
            throw new IllegalStateException("the listener is broken");
          }
        };
    return DiamondPipeline.builder()
        .listener(run -> bad)
        .build()
        .joined(DiamondPipeline.given().text("t").times(1));
  }

  static Object described() {
    return PIPELINE.describe();
  }

  /** Writes down what it is told, without times. */
  private static final class Told implements RunListener {
    private final List<String> events = new ArrayList<>();

    @Override
    public RunObserver runStarted(RunInfo run) {
      events.add("run " + run.pipeline());
      return new RunObserver() {
        @Override
        public void finished(Duration elapsed) {
          events.add("ran " + run.pipeline());
        }

        @Override
        public void failed(Throwable failure) {
          events.add("failed " + run.pipeline() + ": " + failure.getMessage());
        }

        @Override
        public void nodeStarted(String node) {
          events.add("start " + node);
        }

        @Override
        public void nodeFinished(String node, long items, Duration elapsed) {
          events.add("end " + node + " " + items);
        }
      };
    }
  }
}
