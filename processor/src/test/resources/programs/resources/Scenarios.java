package resources;

import dev.millrace.runtime.Resource;
import java.io.IOException;
import java.util.List;

/** What handles are, without a pipeline that opens them. */
public final class Scenarios {
  private Scenarios() {}

  public static Object opensNothingByItself() {
    Model.opened = 0;
    Resource<Model> handle = ModelResource.of("a.onnx", 1, 2);
    return handle + " " + handle.hashCode() + " " + handle.isLive() + " " + Model.opened;
  }

  public static Object opensWhatTheConstructorMakes() throws Exception {
    Model.opened = 0;
    try (Model one = ModelResource.of("a.onnx", 1, 2).open();
        Model other = ModelResource.of("b.onnx").open()) {
      return one + " " + other + " " + Model.opened;
    }
  }

  public static Object throwsWhatTheConstructorThrows() {
    try {
      return ModelResource.of("").open();
    } catch (IOException thrown) { // declared so, and no wider
      return thrown.getMessage();
    }
  }

  public static Object equalArgumentsAreEqual() {
    ModelResource handle = ModelResource.of("a.onnx", 1, 2);
    ModelResource equal = ModelResource.of("a.onnx", new int[] {1, 2});
    return handle.equals(equal)
        + " "
        + (handle.hashCode() == equal.hashCode())
        + " "
        + handle.equals(ModelResource.of("a.onnx", 2, 1))
        + " "
        + handle.equals(ModelResource.of("b.onnx", 1, 2));
  }

  public static Object arraysAreCopied() throws IOException {
    int[] weights = {1, 2};
    ModelResource handle = ModelResource.of("a.onnx", weights);
    int hash = handle.hashCode();
    weights[0] = 9;
    try (Model opened = handle.open()) {
      opened.weights()[1] = 9;
    }
    try (Model again = handle.open()) {
      return again + " " + (hash == handle.hashCode());
    }
  }

  public static Object nullIsRefused() {
    try {
      return ModelResource.of("a.onnx", (int[]) null);
    } catch (RuntimeException thrown) {
      return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }
  }

  public static Object saysHowItIsOpened() throws IOException {
    var shared = ModelResource.of("a.onnx");
    Resource<Outer.Greeter> inner = Resource.live(name -> name);
    var leased = Outer_PoliteResource.of(inner, new Model("m"));
    return shared.perWorker()
        + " "
        + shared.maxInstances()
        + " "
        + shared.device()
        + ", "
        + leased.perWorker()
        + " "
        + leased.maxInstances()
        + " "
        + leased.device()
        + ".";
  }

  public static Object resourcesAreGivenAsTheyAre() throws IOException {
    Resource<Outer.Greeter> inner =
        new Resource<>() {
          @Override
          public Outer.Greeter open() {
            throw new IllegalStateException("opened");
          }

          @Override
          public String toString() {
            return "inner";
          }
        };
    return Outer_PoliteResource.of(inner, new Model("m")).open().toString();
  }

  private static Outer.Counter tenfold() {
    return new Outer.Counter() {
      @Override
      int factor() {
        return 10;
      }
    };
  }

  public static Object abstractTypesHaveNodes() {
    try (var pipeline = GreetingsPipeline.builder().build()) {
      var outputs =
          pipeline.run(
              GreetingsPipeline.inputs()
                  .greeter(name -> "hello " + name)
                  .name("you")
                  .counter(tenfold()));
      return outputs.shout() + " " + outputs.letters();
    }
  }

  public static Object abstractTypesHaveTwins() {
    try (var pipeline = Outer_ManyPipeline.builder().build()) {
      return pipeline.all(
          Outer_ManyPipeline.inputs().greetings(List.of("a", "bb")).counter(tenfold()));
    }
  }
}
