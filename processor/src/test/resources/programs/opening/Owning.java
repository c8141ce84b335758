package opening;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Resources that a run has to itself, and those that its nodes make. */
public final class Owning {
  private Owning() {}

  private static IndexesPipeline.Inputs words(String words) {
    return IndexesPipeline.given().words(words).word("b");
  }

  public static Object closedWithItsRun() {
    try (var pipeline = IndexesPipeline.builder().build()) {
      String both = pipeline.both(words("a b"));
      return both + " " + Diary.read();
    }
  }

  public static Object anOutputIsClosedWithThePipeline() {
    try (var pipeline = IndexesPipeline.builder().build()) {
      Indexes.Index index = pipeline.index(words("a b"));
      Diary.note("has " + index.has("a"));
    }
    return Diary.read();
  }

  public static Object allOutputsAreClosedWithThePipeline() {
    try (var pipeline = IndexesPipeline.builder().build()) {
      var outputs =
          pipeline.run(
              words("a b").manyWords(List.of("b")).manyTitles(List.of(List.of("t"))));
      Diary.note(outputs.index().has("a") + " " + outputs.indexes().get(0).has("b"));
      Diary.note(outputs.shelves().get(0).get(0).has("t") + " " + outputs.finds());
    }
    return Diary.read();
  }

  public static Object whatIsGivenStaysTheCallers() {
    Indexes.Index mine = new Indexes.Index("a b");
    try (var pipeline = IndexesPipeline.builder().build()) {
      Diary.note(pipeline.both(words("unused").index(mine)));
    }
    return Diary.read();
  }

  public static Object inAMapTheyLastAsLongAsItsList() {
    try (var pipeline = IndexesPipeline.builder().build()) {
      var inputs = words("unused").manyWords(List.of("a", "b"));
      Diary.note("many " + pipeline.many(inputs));
      Diary.note("kept " + pipeline.indexes(inputs).size());
      pipeline.shelves(inputs.manyTitles(List.of(List.of("c"), List.of())));
      Diary.note("kept");
    }
    return Diary.read();
  }

  public static Object anItemThatCannotBeOpenedFails() {
    try (var pipeline = IndexesPipeline.builder().build()) {
      var found = pipeline.finds(words("unused").manyWords(List.of("a b", "broken", "c")));
      String one = Sharing.failure(() -> pipeline.found(words("broken")));
      return Outcome.values(found) + " " + found.get(1) + " " + one + " " + Diary.read();
    }
  }

  public static Object aVariantLastsAsLongAsTheOutput() {
    try (var pipeline = Indexes_PickingPipeline.builder().build()) {
      var inputs = Indexes_PickingPipeline.given().kind(Indexes.Kind.LARGE).word("lar");
      Diary.note("has " + pipeline.pickedHas(inputs));
      Diary.note("has " + pipeline.picked(inputs).has("rge"));
    }
    return Diary.read();
  }

  /** Two runs meet in a node: each has a parser to itself, and there are no more than two. */
  public static Object runsLeaseWhatTheyDoNotShare() throws Exception {
    return leased(Workers_HtmlResource.of("html"));
  }

  public static Object whatIsNoHandleIsLeasedToo() throws Exception {
    return leased(new Lambda());
  }

  private record Lambda() implements Resource<Workers.Parser> {
    @Override
    public Workers.Parser open() {
      return new Workers.Html("html");
    }
  }

  private static Object leased(Resource<? extends Workers.Parser> parser) throws Exception {
    CyclicBarrier two = new CyclicBarrier(2);
    try (var pipeline = WorkersPipeline.builder().build()) {
      var inputs = WorkersPipeline.given().parser(parser).meeting(two::await);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Boolean>> runs = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        runs.add(threads.submit(() -> pipeline.alone(inputs)));
      }
      boolean alone = true;
      for (Future<Boolean> run : runs) {
        alone &= run.get();
      }
      threads.shutdown();
      return alone + " " + Diary.count("open html");
    }
  }

  /** Each would have what the other waits for, did they take one after the other. */
  public static Object runsWithSwappedArgumentsDoNotBlockEachOther() throws Exception {
    try (var pipeline = WorkersPipeline.builder().build()) {
      var a = Workers_SingleResource.of("a");
      var b = Workers_SingleResource.of("b");
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Boolean>> runs = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        var inputs =
            WorkersPipeline.given()
                .left(i % 2 == 0 ? a : b)
                .right(i % 2 == 0 ? b : a)
                .meeting(Thread::yield);
        runs.add(threads.submit(() -> pipeline.bothAlone(inputs)));
      }
      boolean alone = true;
      for (Future<Boolean> run : runs) {
        alone &= run.get();
      }
      threads.shutdown();
      return alone + " " + Diary.count("open a") + " " + Diary.count("open b");
    }
  }
}
