package opening;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Resources that runs share. */
public final class Sharing {
  private Sharing() {}

  private static PlainPipeline pipeline() {
    return PlainPipeline.builder().build();
  }

  private static PlainPipeline.Inputs given() {
    return PlainPipeline.given();
  }

  public static Object nothingIsOpenedBeforeFirstUse() {
    try (var pipeline = pipeline()) {
      var inputs = given().text("four").encoder(OnnxResource.of("a"));
      String sizes = pipeline.size(inputs) + " " + pipeline.codes(inputs.texts(List.of()));
      return sizes + " " + Diary.read() + "/ " + pipeline.code(inputs) + " " + Diary.read();
    }
  }

  public static Object whatIsGivenInsteadOpensNothing() {
    try (var pipeline = pipeline()) {
      pipeline.ranked(
          given().text("t").code("c").encoder(OnnxResource.of("a")).reranker(OnnxResource.of("b")));
    }
    return Diary.read();
  }

  public static Object equalHandlesAreOneInstance() throws Exception {
    try (var pipeline = pipeline()) {
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<String>> runs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  return pipeline.ranked(
                      given()
                          .text("t")
                          .encoder(OnnxResource.of("a"))
                          .reranker(OnnxResource.of("a")));
                }));
      }
      start.countDown();
      for (Future<String> run : runs) {
        if (!run.get().equals("a:a:t")) {
          return run.get();
        }
      }
      threads.shutdown();
    }
    return Diary.read();
  }

  public static Object closedInReverse() {
    try (var pipeline = pipeline()) {
      var inputs = given().text("t").reranker(OnnxResource.of("b")).encoder(OnnxResource.of("a"));
      pipeline.ranked(inputs);
      pipeline.ranked(inputs.encoder(OnnxResource.of("c")));
    }
    return Diary.read();
  }

  public static Object aLiveObjectStaysTheCallers() throws Exception {
    try (Onnx mine = new Onnx("mine")) {
      try (var pipeline = pipeline()) {
        var inputs = given().text("t").encoder(mine).reranker(Resource.live(mine));
        Resource<? extends Encoder> shown = inputs.encoder();
        Diary.note(pipeline.ranked(inputs) + " " + shown.isLive() + " " + (shown.open() == mine));
      }
      Diary.note("pipeline closed");
    }
    return Diary.read();
  }

  /** A handle is a key: it is compared and shown, and what it stands for is never made. */
  public static Object aKeyOpensNothing() {
    Map<Resource<?>, String> keys = new HashMap<>();
    keys.put(OnnxResource.of("broken"), "first");
    keys.put(OnnxResource.of("broken"), "second");
    keys.put(OnnxResource.of("other"), "other");
    var one = given().encoder(OnnxResource.of("broken"));
    boolean same = one.encoder().equals(given().encoder(OnnxResource.of("broken")).encoder());
    return keys.size() + " " + keys.get(one.encoder()) + " " + same + " " + Diary.read();
  }

  public static Object nestedUsesOpenThemselves() {
    try (var pipeline = pipeline()) {
      var inputs = given().encoder(OnnxResource.of("a"));
      String empty =
          pipeline.pages(inputs.manyTexts(List.of(List.of(), List.of()))) + Diary.read();
      var pages = pipeline.pages(inputs.manyTexts(List.of(List.of("x", "y"), List.of("z"))));
      return empty + " " + Outcome.values(pages) + " " + Diary.read();
    }
  }

  public static Object whatIsListedIsNarrowerOutside() {
    try (var pipeline = pipeline()) {
      var inputs = given().text("t").local(OnnxResource.of("abc"));
      return pipeline.localCode(inputs) + " " + pipeline.localWidth(inputs) + " " + Diary.read();
    }
  }

  public static Object elementsOfAListArePlainObjects() throws Exception {
    List<Encoder> encoders = List.of(new Onnx("a"), text -> "b-" + text);
    try (var pipeline = pipeline()) {
      Object found = pipeline.byEach(given().texts(List.of("x", "y")).encoders(encoders));
      return found + " " + Diary.read();
    }
  }

  public static Object aFailedItemShowsNoResource() {
    try (var pipeline = pipeline()) {
      var inputs = given().texts(List.of("x", "bad", "y")).encoder(OnnxResource.of("a"));
      List<Outcome<String>> outcomes = pipeline.outcomes(inputs);
      var failed = (Outcome.Failed<String>) outcomes.get(1);
      return Outcome.values(outcomes)
          + " "
          + failed.inputs()
          + " "
          + failed.index()
          + " "
          + failure(failed::reproduce);
    }
  }

  /** No item is at fault: the run ends, having tried once. */
  public static Object whatCannotBeOpenedEndsTheRun() {
    List<String> said = new ArrayList<>();
    try (var pipeline = pipeline()) {
      var inputs =
          given()
              .text("t")
              .texts(List.of("x", "y"))
              .manyTexts(List.of(List.of("x"), List.of("y")))
              .encoder(OnnxResource.of("broken"));
      said.add(failure(() -> pipeline.code(inputs)));
      said.add(failure(() -> pipeline.outcomes(inputs)));
      said.add(failure(() -> pipeline.pages(inputs)));
    }
    return said.get(0) + " " + said.stream().distinct().count() + " " + Diary.read();
  }

  static String failure(Callable<?> call) {
    try {
      return "gave " + call.call();
    } catch (Exception thrown) {
      return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }
  }

  /** The pipeline is closed while a run is between two uses of its encoder. */
  public static Object closedDuringARun() throws Exception {
    var pipeline = pipeline();
    CountDownLatch used = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Encoder waiting =
        text -> {
          used.countDown();
          await(goOn);
          return text;
        };
    Resource<Encoder> closeable = () -> new ClosingEncoder(waiting);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<String> run =
        thread.submit(
            () ->
                failure(
                    () ->
                        pipeline.ranked(
                            given()
                                .text("t")
                                .encoder(closeable)
                                .reranker(OnnxResource.of("late")))));
    used.await();
    pipeline.close();
    Diary.note("close returned");
    goOn.countDown();
    String said = run.get();
    thread.shutdown();
    return said + " / " + Diary.read();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private record ClosingEncoder(Encoder inner) implements Encoder, AutoCloseable {
    @Override
    public String encode(String text) {
      return inner.encode(text);
    }

    @Override
    public void close() {
      Diary.note("close encoder");
    }
  }

  public static Object aClosedPipelineRunsNoMore() {
    var pipeline = pipeline();
    pipeline.close();
    pipeline.close();
    return failure(() -> pipeline.size(given().text("t")));
  }

  public static Object receiversAreResources() {
    String said;
    try (var pipeline = VectorsPipeline.builder().build()) {
      var inputs =
          VectorsPipeline.given()
              .embedder(Vectors_EmbedderResource.of("e"))
              .speller(Vectors_UpperResource.of())
              .word("w");
      String none = pipeline.vectors(inputs.words(List.of())) + Diary.read();
      String many =
          pipeline.vectors(inputs.words(List.of("x", "y")))
              + " "
              + pipeline.mended(inputs.words(List.of("x", "y")))
              + " "
              + pipeline.spelt(inputs)
              + " "
              + failure(() -> pipeline.vectors(inputs.words(List.of("x", "bad"))));
      said = none + " " + many;
    }
    return said + " / " + Diary.read();
  }

  public static Object whatIsNotChosenIsNotOpened() {
    try (var pipeline = VariantsPipeline.builder().build()) {
      var inputs =
          VariantsPipeline.given().near(OnnxResource.of("near")).far(OnnxResource.of("far"));
      var inputsWithText = inputs.text("t");
      String one = pipeline.vector(inputsWithText.how(Variants.How.REMOTE)) + " " + Diary.read();
      String same =
          pipeline.vectors(inputsWithText.hows(List.of(Variants.How.REMOTE))) + Diary.read();
      return one
          + " / "
          + same
          + " / "
          + pipeline.vectors(
              inputsWithText.hows(List.of(Variants.How.REMOTE, Variants.How.LOCAL)))
          + " "
          + Diary.read();
    }
  }

  public static Object anAttemptOpensNothingAgain() throws Exception {
    try (var pipeline = VariantsPipeline.builder().build()) {
      var inputs = VariantsPipeline.given().text("t").flaky(OnnxResource.of("a"));
      String tried = pipeline.tried(inputs) + " " + pipeline.timed(inputs);
      return tried
          + " "
          + pipeline.triedAll(inputs.texts(List.of("x")))
          + " "
          + Diary.read();
    }
  }

  public static Object whatMayBeLeftOut() {
    try (var pipeline = AbsentPipeline.builder().build()) {
      var none = AbsentPipeline.inputs().text("t").texts(List.of("x"));
      var some = none.encoder(OnnxResource.of("a"));
      String absent = all(pipeline, none);
      String isNull = all(pipeline, some.encoder((Encoder) null));
      return absent
          + " "
          + isNull.equals(absent)
          + " "
          + none.encoder()
          + " "
          + all(pipeline, some)
          + " "
          + all(pipeline, none.encoder(text -> "live " + text))
          + " "
          + Diary.read();
    }
  }

  private static String all(AbsentPipeline pipeline, AbsentPipeline.Inputs inputs) {
    return pipeline.nullable(inputs)
        + " "
        + pipeline.optional(inputs)
        + " "
        + pipeline.nullables(inputs)
        + " "
        + pipeline.optionals(inputs);
  }
}
