package leased;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

final class Scenarios {
  private Scenarios() {}

  private static String run(
      LeasedPipeline pipeline, boolean isMapped, String first, String second)
      throws InterruptedException {
    LeasedPipeline.Inputs inputs = LeasedPipeline.given().only(Leased_OnlyResource.of("!"));
    return isMapped
        ? pipeline.pairs(inputs.firsts(List.of(first)).seconds(List.of(second))).get(0)
        : pipeline.both(inputs.first(first).second(second));
  }

  private static FutureTask<String> begin(
      LeasedPipeline pipeline, boolean isMapped, String first, String second) {
    FutureTask<String> task = new FutureTask<>(() -> run(pipeline, isMapped, first, second));
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Waits until a thread waits for an instance: one that is at a claim waits elsewhere. */
  private static void untilSomebodyWaitsForTheInstance() {
    while (Thread.getAllStackTraces().entrySet().stream()
        .noneMatch(each -> isWaiting(each.getKey()) && isAtResources(each.getValue()))) {
      Thread.onSpinWait();
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static boolean isAtResources(StackTraceElement[] frames) {
    return Stream.of(frames)
        .anyMatch(each -> each.getClassName().equals("dev.millrace.runtime.spi.Resources"));
  }

  /** One has the instance, another the claim of what both need, and each wants the other's. */
  static Object crossed(Cache cache, Engine engine, boolean isMapped) throws Exception {
    try (LeasedPipeline pipeline =
        LeasedPipeline.builder().cache(cache.storeAll()).engine(engine).lanes(1).build()) {
      run(pipeline, isMapped, "a0", "other");
      Leased.RAN.clear();
      Leased.Held held = new Leased.Held(new CountDownLatch(1), new CountDownLatch(1));
      Leased.HELD.set(held);
      FutureTask<String> lessee = begin(pipeline, isMapped, "a1", "b");
      held.begun().await();
      FutureTask<String> claimant = begin(pipeline, isMapped, "a0", "b");
      untilSomebodyWaitsForTheInstance();
      held.goOn().countDown();
      return lessee.get() + " " + claimant.get() + " " + new TreeMap<>(Leased.RAN);
    }
  }
}
