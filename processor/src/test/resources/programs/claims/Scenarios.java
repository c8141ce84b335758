package claims;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class Scenarios {
  private Scenarios() {}

  private static SharedPipeline pipeline(Cache cache, Engine engine, int chunk) {
    return SharedPipeline.builder()
        .cache(cache.storeAll())
        .engine(engine)
        .chunkRows(chunk)
        .build();
  }

  private static List<Integer> numbers(int from, int to, boolean isReversed) {
    List<Integer> numbers =
        IntStream.range(from, to).boxed().collect(Collectors.toCollection(ArrayList::new));
    if (isReversed) {
      Collections.reverse(numbers);
    }
    return numbers;
  }

  private static List<String> lasts(List<Integer> numbers) {
    return numbers.stream().map(each -> (each + 1) * 2 + 1 + ";").toList();
  }

  /** Returns what was computed more or less than once, and which results were wrong. */
  static Object opposite(Cache cache, Engine engine, int chunk, int count, boolean waits)
      throws Exception {
    List<Integer> up = numbers(0, count, false);
    List<Integer> down = numbers(count / 4, count + count / 4, true);
    List<String> wrong = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (SharedPipeline pipeline = pipeline(cache, engine, chunk)) {
      List<Callable<List<String>>> runs =
          List.of(
              () -> results(pipeline, up, waits), () -> results(pipeline, down, waits));
      List<Future<List<String>>> ends = threads.invokeAll(runs);
      if (!ends.get(0).get().equals(lasts(up))) {
        wrong.add("up");
      }
      if (!ends.get(1).get().equals(lasts(down))) {
        wrong.add("down");
      }
    } finally {
      threads.shutdownNow();
    }
    return Shared.RAN.size() + " done, again " + again() + wrong;
  }

  private static List<String> results(
      SharedPipeline pipeline, List<Integer> numbers, boolean waits) {
    SharedPipeline.Inputs inputs = SharedPipeline.given().numbers(numbers);
    return waits ? pipeline.waits(inputs) : pipeline.lasts(inputs);
  }

  private static Map<String, Integer> again() {
    Map<String, Integer> again = new TreeMap<>(Shared.RAN);
    again.values().removeIf(times -> times == 1);
    return again;
  }

  /** Rows of two tables that have many cells in common. */
  static Object twoDeep(Cache cache, Engine engine, int chunk, int count) throws Exception {
    List<List<Integer>> up = new ArrayList<>();
    List<List<Integer>> down = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      up.add(numbers(i, i + 3, false));
      down.add(0, numbers(i, i + 3, i % 2 == 0));
    }
    List<String> wrong = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (SharedPipeline pipeline = pipeline(cache, engine, chunk)) {
      List<Callable<List<String>>> runs =
          List.of(
              () -> pipeline.rows(SharedPipeline.given().table(up)),
              () -> pipeline.rows(SharedPipeline.given().table(down)));
      List<Future<List<String>>> ends = threads.invokeAll(runs);
      for (int i = 0; i < count; i++) {
        if (!ends.get(0).get().get(i).equals(String.join("", lasts(up.get(i))))
            || !ends.get(1).get().get(i).equals(String.join("", lasts(down.get(i))))) {
          wrong.add("row " + i);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return "again " + again() + wrong;
  }

  private static String run(SharedPipeline pipeline, boolean isMapped) throws InterruptedException {
    return isMapped
        ? pipeline.slows(SharedPipeline.given().texts(List.of("t"))).get(0)
        : pipeline.alone(SharedPipeline.given().text("t"));
  }

  private static Thread begin(FutureTask<String> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void untilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static String end(FutureTask<String> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      return failed.getCause().toString();
    }
  }

  /** One is at work, another wants the same, and the first ends well or fails. */
  static Object waiter(Cache cache, Engine engine, boolean isMapped, boolean fails)
      throws Exception {
    try (SharedPipeline pipeline = pipeline(cache, engine, 256)) {
      return waiter(() -> run(pipeline, isMapped), () -> run(pipeline, isMapped), fails);
    }
  }

  /** The same inside of uses that are not the same. */
  static Object deep(Cache cache, Engine engine, boolean fails) throws Exception {
    try (SharedPipeline pipeline = pipeline(cache, engine, 256)) {
      SharedPipeline.Inputs inputs = SharedPipeline.given().text("t");
      return waiter(
          () -> pipeline.deep(inputs.number(1)), () -> pipeline.deep(inputs.number(2)), fails);
    }
  }

  private static String waiter(Callable<String> first, Callable<String> second, boolean fails)
      throws InterruptedException {
    Shared.Held held = Shared.Held.up(fails);
    Shared.HELD.set(held);
    FutureTask<String> owner = new FutureTask<>(first);
    FutureTask<String> waiter = new FutureTask<>(second);
    begin(owner);
    held.begun().await();
    untilWaiting(begin(waiter));
    held.goOn().countDown();
    return end(owner) + ", " + end(waiter) + " " + new TreeMap<>(Shared.RAN);
  }

  /** The one who waits is interrupted; the owner goes on. */
  static Object interrupted(Cache cache, Engine engine, boolean isMapped) throws Exception {
    try (SharedPipeline pipeline = pipeline(cache, engine, 256)) {
      Shared.Held held = Shared.Held.up(false);
      Shared.HELD.set(held);
      FutureTask<String> owner = new FutureTask<>(() -> run(pipeline, isMapped));
      FutureTask<String> waiter = new FutureTask<>(() -> run(pipeline, isMapped));
      begin(owner);
      held.begun().await();
      Thread waiting = begin(waiter);
      untilWaiting(waiting);
      waiting.interrupt();
      String ended = end(waiter);
      held.goOn().countDown();
      return ended + ", " + end(owner) + ", " + run(pipeline, isMapped) + " " + Shared.RAN;
    }
  }
}
