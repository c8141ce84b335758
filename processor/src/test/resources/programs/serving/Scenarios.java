package serving;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.RunTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

final class Scenarios {
  private static final ServingPipeline PIPELINE = ServingPipeline.builder().build();
  private static final Resource<Model> MODEL = ModelResource.of("m");

  private Scenarios() {}

  private static ServingPipeline.Inputs of(String text) {
    return ServingPipeline.given().text(text).model(MODEL);
  }

  private static ServingPipeline.Inputs each(String... texts) {
    return ServingPipeline.given().texts(List.of(texts)).model(MODEL);
  }

  private static List<String> told(Object... results) {
    List<String> told = new ArrayList<>();
    for (Object each : results) {
      told.add(String.valueOf(each));
    }
    told.addAll(Model.TOLD);
    return told;
  }

  @SafeVarargs
  private static List<String> together(Callable<Object>... questions) throws Exception {
    List<Caller> callers = new ArrayList<>();
    for (Callable<Object> each : questions) {
      callers.add(new Caller(each));
    }
    List<Object> answers = new ArrayList<>();
    for (Caller each : callers) {
      answers.add(each.answer());
    }
    return told(answers.toArray());
  }

  static Object callsOfManyThreadsAreOne() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      return together(
          () -> served.encoded(of("a")),
          () -> served.encoded(of("b")),
          () -> served.encoded(of("c")),
          () -> served.encoded(of("d")));
    }
  }

  static Object whereverANodeIsCalledItMeetsItself() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      return together(
          () -> served.all(each("a", "b")),
          () -> served.encoded(of("c")),
          () -> served.used(ServingPipeline.given().query("d").model(MODEL)));
    }
  }

  static Object aRunOfThePipelineItselfMeetsNobody() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      return told(PIPELINE.encoded(of("a")), PIPELINE.all(each("b")), served.near(of("c")));
    }
  }

  static Object poisonIsItsOwnCallers() throws Exception {
    List<String> told;
    try (ServingPipeline served = PIPELINE.serve()) {
      told =
          together(
              () -> served.encoded(of("a")),
              () -> served.encoded(of("bad")),
              () -> outcomes(served.some(each("c", "bad too"))));
    }
    return told.subList(0, 3);
  }

  private static Object outcomes(List<Outcome<String>> outcomes) {
    return outcomes.stream()
        .map(
            each ->
                each instanceof Outcome.Failed<String> failed
                    ? failed.node() + " " + failed.index() + " " + failed.cause().getMessage()
                    : ((Outcome.Ok<String>) each).value())
        .toList();
  }

  static Object whatIsSharedMustBeTheSame() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      Callable<Object> c = () -> served.length(of("c").unit("xx"));
      Caller other = new Caller(c).waits();
      List<Object> answers = new ArrayList<>();
      Caller first = new Caller(() -> served.length(of("a").unit("x"))).waits();
      answers.add(served.length(of("bb").unit(new String("x"))));
      answers.add(first.answer());
      answers.add(served.length(of("dd").unit("xx")));
      answers.add(other.answer());
      return told(answers.toArray());
    }
  }

  static Object aBatchIsFilledByWeight() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      return together(() -> served.weighed(of("four")), () -> served.weighed(of("ab")));
    }
  }

  static Object whatMayNotMeetDoesNot() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      return told(served.near(of("a")), served.varying(of("b")), served.sent(of("c")));
    }
  }

  static Object withoutTwinsNobodyMeets() throws Exception {
    try (ServingPipeline pipeline = ServingPipeline.builder().batchTwins(false).build();
        ServingPipeline served = pipeline.serve()) {
      return told(served.encoded(of("a")), served.all(each("b")));
    }
  }

  static Object aTwinMayCallThePipelineThatIsServed() throws Exception {
    try (ServingPipeline served =
        ServingPipeline.builder().engine(Engine.STREAMED).chunkRows(1).lanes(2).build().serve()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      Callable<String> first =
          () -> {
            begun.countDown();
            end.await();
            return "";
          };
      Callable<String> second = () -> served.encoded(of("a"));
      Callable<String> third = () -> String.join("+", served.all(each("b", "c")));
      Callable<String> fourth =
          () -> served.asked(ServingPipeline.given().question(() -> served.encoded(of("d"))));
      List<Caller> callers = new ArrayList<>();
      for (Callable<String> each : List.of(first, second, third, fourth)) {
        callers.add(
            new Caller(() -> served.asked(ServingPipeline.given().question(each))));
        if (callers.size() == 1) {
          begun.await();
        } else {
          callers.get(callers.size() - 1).waits();
        }
      }
      end.countDown();
      List<Object> answers = new ArrayList<>();
      for (Caller each : callers) {
        answers.add(each.answer());
      }
      return answers;
    }
  }

  static Object whoWaitsIsToldThatItIsClosed() throws Exception {
    ServingPipeline pipeline = ServingPipeline.builder().build();
    ServingPipeline first = pipeline.serve();
    ServingPipeline second = pipeline.serve();
    Caller one = new Caller(() -> first.encoded(of("a"))).waits();
    Caller other = new Caller(() -> second.encoded(of("b"))).waits();
    List<Object> answers = new ArrayList<>();
    first.close();
    answers.add(one.answer());
    answers.add(new Caller(() -> first.encoded(of("c"))).answer());
    answers.add(pipeline.encoded(of("d")));
    answers.add(List.copyOf(Model.TOLD));
    pipeline.close();
    answers.add(other.answer());
    answers.add(new Caller(() -> second.encoded(of("e"))).answer());
    try {
      pipeline.serve();
    } catch (PipelineClosedException closed) {
      answers.add("closed");
    }
    first.close();
    second.close();
    return told(answers.toArray());
  }

  static Object whoWaitsHasOnlySoMuchTime() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      try {
        served.length(of("a").unit("x"), Duration.ofMillis(1));
      } catch (RunTimeoutException over) {
        return List.of("over");
      }
    }
    return "it had all the time";
  }

  static Object eachGetsItsOwn() throws Exception {
    try (ServingPipeline served = PIPELINE.serve()) {
      List<Caller> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int mine = i;
        callers.add(
            new Caller(
                () -> {
                  int right = 0;
                  for (int call = 0; call < 50; call++) {
                    String text = mine + "-" + call;
                    List<String> texts =
                        IntStream.range(0, call % 4).mapToObj(each -> text + each).toList();
                    ServingPipeline.Inputs inputs =
                        ServingPipeline.given().lines(texts).line(text);
                    right += served.loud(inputs).equals(PIPELINE.loud(inputs)) ? 1 : 0;
                    right += served.allLoud(inputs).equals(PIPELINE.allLoud(inputs)) ? 1 : 0;
                  }
                  return right;
                }));
      }
      List<Object> answers = new ArrayList<>();
      for (Caller each : callers) {
        answers.add(each.answer());
      }
      return answers;
    }
  }

  static Object shows() {
    return PIPELINE
        .describe()
        .lines()
        .filter(line -> line.contains("Nodes#"))
        .map(String::strip)
        .toList();
  }
}
