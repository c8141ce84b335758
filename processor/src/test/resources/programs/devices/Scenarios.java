package devices;

import dev.millrace.runtime.DevicePermits;
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
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

final class Scenarios {
  private static final int CALLERS = 8;
  private static final Resource<Gpu> GPU = GpuResource.of();

  private Scenarios() {}

  private static DevicesPipeline pipeline(Engine engine, DevicePermits permits) {
    return DevicesPipeline.builder()
        .engine(engine)
        .lanes(8)
        .chunkRows(1)
        .device(permits)
        .build();
  }

  private static DevicesPipeline.Inputs inputs(int texts) {
    return DevicesPipeline.given()
        .text("t")
        .texts(IntStream.range(0, texts).mapToObj(each -> "t" + each).toList())
        .gpu(GPU)
        .chosen(new Chosen("gpu", new Gpu()))
        .question(() -> "asked");
  }

  /** Returns how many permits nobody has. */
  private static int free(DevicePermits permits) {
    List<DevicePermits.Ticket> taken = new ArrayList<>();
    DevicePermits.Ticket next = permits.ask(() -> {});
    while (next.isGranted()) {
      taken.add(next);
      next = permits.ask(() -> {});
    }
    next.giveBack();
    taken.forEach(DevicePermits.Ticket::giveBack);
    return taken.size();
  }

  private static List<Object> together(int callers, Callable<Object> call) throws Exception {
    List<FutureTask<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      FutureTask<Object> task = new FutureTask<>(call);
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      thread.start();
      tasks.add(task);
    }
    List<Object> answers = new ArrayList<>();
    for (FutureTask<Object> each : tasks) {
      answers.add(each.get());
    }
    return answers;
  }

  private static List<Object> values(DevicesPipeline.Outputs outputs) {
    return List.of(
        outputs.plain(),
        outputs.twin(),
        outputs.impure(),
        outputs.isolated(),
        outputs.adapted(),
        outputs.later(),
        outputs.waited(),
        outputs.tried(),
        outputs.two(),
        outputs.asked(),
        outputs.chosenOnly(),
        outputs.plainUse(),
        outputs.laterUse(),
        outputs.plains(),
        outputs.twins(),
        outputs.impures(),
        outputs.isolateds(),
        outputs.adapteds(),
        outputs.laters(),
        outputs.waiteds(),
        outputs.trieds(),
        outputs.twos());
  }

  /** Every form of a node, by many callers, as one caller without limits has it. */
  static Object noMoreThanThereArePermits() throws Exception {
    List<Object> expected;
    Gpu.expect(0);
    try (var free = DevicesPipeline.builder().build()) {
      expected = values(free.run(inputs(6)));
    }
    List<Object> told = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      for (int calls = 1; calls <= 2; calls++) {
        DevicePermits permits = DevicePermits.of("gpu", calls);
        Gpu.expect(calls);
        try (var pipeline = pipeline(engine, permits)) {
          List<Object> got = together(CALLERS, () -> values(pipeline.run(inputs(6))));
          boolean same = got.stream().allMatch(expected::equals);
          told.add(engine + " " + calls + ": " + Gpu.most() + " " + same + " " + free(permits));
        }
      }
    }
    return told;
  }

  /** What a limit is for: lanes of one run, in one stage. */
  static Object lanesTakeTurns() throws Exception {
    List<Object> told = new ArrayList<>();
    for (int calls = 1; calls <= 2; calls++) {
      DevicePermits permits = DevicePermits.of("gpu", calls);
      Gpu.expect(calls);
      try (var pipeline = pipeline(Engine.STREAMED, permits)) {
        int size = pipeline.plains(inputs(64)).size() + pipeline.waiteds(inputs(64)).size();
        told.add(size + " " + Gpu.most() + " " + free(permits));
      }
    }
    return told;
  }

  static Object whoMeetHaveOnePermit() throws Exception {
    DevicePermits permits = DevicePermits.of("gpu", 1);
    Gpu.expect(1);
    try (var pipeline = pipeline(Engine.STREAMED, permits);
        var served = pipeline.serve()) {
      List<Object> answers =
          together(
              CALLERS,
              () -> served.twin(inputs(1)) + served.twins(inputs(6)) + pipeline.plain(inputs(1)));
      return List.of(answers.stream().distinct().toList(), Gpu.most(), free(permits));
    }
  }

  static Object manyRunsInOneCall() throws Exception {
    DevicePermits permits = DevicePermits.of("gpu", 1);
    Gpu.expect(1);
    try (var pipeline = pipeline(Engine.STREAMED, permits)) {
      var over = DevicesPipeline.over(inputs(3)).eachText(List.of("a", "b"));
      return List.of(
          Outcome.values(pipeline.plain(over).outcomes()),
          Outcome.values(pipeline.later(over).outcomes()),
          Outcome.values(pipeline.plains(over).outcomes()),
          Gpu.most(),
          free(permits));
    }
  }

  /** A node that has the device calls its own pipeline, which needs it: in maps, too. */
  static Object aCallGoesOnUnderThePermitThatItHas() throws Exception {
    List<Object> told = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      DevicePermits permits = DevicePermits.of("gpu", 1);
      Gpu.expect(1);
      try (var pipeline = pipeline(engine, permits);
          var served = pipeline.serve()) {
        Callable<String> deeper = () -> pipeline.plain(inputs(1)) + pipeline.plains(inputs(8));
        Callable<String> question =
            () ->
                pipeline.asked(inputs(1).question(deeper))
                    + pipeline.waiteds(inputs(3))
                    + pipeline.laters(inputs(3))
                    + pipeline.later(inputs(1))
                    + served.twin(inputs(1));
        told.addAll(
            together(3, () -> pipeline.asked(inputs(1).question(question))).stream()
                .distinct()
                .toList());
        told.add(Gpu.most() + " " + free(permits));
      }
    }
    return told.stream().distinct().toList();
  }

  /** Who has the only permit, and lets go of it when it is told to. */
  private static final class Holder {
    final CountDownLatch end = new CountDownLatch(1);
    final FutureTask<String> task;

    Holder(DevicesPipeline pipeline) throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      task =
          new FutureTask<>(
              () ->
                  pipeline.asked(
                      inputs(1)
                          .question(
                              () -> {
                                begun.countDown();
                                end.await();
                                return "held";
                              })));
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      thread.start();
      begun.await();
    }

    String letsGo() throws Exception {
      end.countDown();
      return task.get();
    }
  }

  static Object twoPipelinesShareADevice() throws Exception {
    Gpu.expect(1);
    DevicePermits permits = DevicePermits.of("gpu", 1); // whoever is given it shares it
    try (var first = DevicesPipeline.builder().device(permits).build();
        var second = DevicesPipeline.builder().device(permits).build()) {
      Holder holder = new Holder(first);
      FutureTask<String> task = new FutureTask<>(() -> second.plain(inputs(1)));
      Thread thread = waiting(task);
      int called = Gpu.calls();
      String held = holder.letsGo();
      return List.of(called, held, task.get(), thread.isDaemon(), free(permits));
    }
  }

  private static Thread waiting(FutureTask<String> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      if (!thread.isAlive()) {
        throw new AssertionError("it has ended without waiting");
      }
      Thread.onSpinWait();
    }
    return thread;
  }

  static Object whoWaitsHasOnlySoMuchTime() throws Exception {
    List<Object> told = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      DevicePermits permits = DevicePermits.of("gpu", 1);
      Gpu.expect(1);
      try (var pipeline = pipeline(engine, permits)) {
        Holder holder = new Holder(pipeline);
        List<Callable<Object>> runs =
            List.of(
                () -> pipeline.plain(inputs(4), Duration.ofMillis(1)),
                () -> pipeline.later(inputs(4), Duration.ofMillis(1)),
                () -> pipeline.twins(inputs(4), Duration.ofMillis(1)),
                () -> pipeline.waiteds(inputs(4), Duration.ofMillis(1)),
                () -> pipeline.laters(inputs(4), Duration.ofMillis(1)));
        for (Callable<Object> each : runs) {
          try {
            told.add(each.call());
          } catch (RunTimeoutException over) {
            told.add("over");
          }
        }
        told.add(holder.letsGo() + " " + Gpu.calls() + " " + free(permits));
      }
    }
    return told.stream().distinct().toList();
  }

  static Object whoWaitsIsToldThatItIsClosed() throws Exception {
    DevicePermits permits = DevicePermits.of("gpu", 1);
    Gpu.expect(1);
    var pipeline = pipeline(Engine.AUTO, permits);
    Holder holder = new Holder(pipeline);
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              try {
                return pipeline.plain(inputs(1));
              } catch (PipelineClosedException closed) {
                return "closed";
              }
            });
    waiting(task);
    pipeline.close();
    return List.of(task.get(), holder.letsGo(), free(permits));
  }

  static Object theDeviceMayBeKnownLate() throws Exception {
    DevicePermits other = DevicePermits.of("other", 1);
    Gpu.expect(1);
    try (var pipeline = pipeline(Engine.AUTO, other)) {
      var on = inputs(1).chosen(new Chosen("other", new Gpu()));
      FutureTask<String> task = new FutureTask<>(() -> pipeline.chosenOnly(on));
      DevicePermits.Ticket mine = other.ask(() -> {});
      waiting(task);
      String plain = pipeline.plain(on);
      String elsewhere = pipeline.chosenOnly(inputs(1));
      mine.giveBack();
      return List.of(plain, elsewhere, task.get(), free(other));
    }
  }

  /** An instance of a class that says its device is on it, without a handle. */
  static Object anInstanceIsWhereItsTypeSays() throws Exception {
    DevicePermits permits = DevicePermits.of("gpu", 1);
    Gpu.expect(1);
    try (var pipeline = pipeline(Engine.AUTO, permits)) {
      DevicePermits.Ticket mine = permits.ask(() -> {});
      FutureTask<String> task =
          new FutureTask<>(() -> pipeline.plain(inputs(1).gpu(new Gpu())));
      waiting(task);
      mine.giveBack();
      return List.of(task.get(), free(permits));
    }
  }
}
