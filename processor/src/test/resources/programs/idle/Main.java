package idle;

import dev.millrace.runtime.Engine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Says what threads a pipeline has, and what they take while it has nothing to do. */
final class Main {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Main() {}

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static Set<Thread> since(Set<Thread> before) {
    return threads().stream()
        .filter(each -> !before.contains(each))
        .collect(Collectors.toSet());
  }

  private static List<Integer> lasts(IdlePipeline pipeline, int count) {
    return pipeline.lasts(
        IdlePipeline.given()
            .items(IntStream.range(0, count).boxed().toList())
            .scale(ScaleResource.of()));
  }

  private static boolean isParked(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, TERMINATED -> true;
      case NEW, RUNNABLE, BLOCKED -> false;
    };
  }

  /** By their numbers: that a thread has one is deprecated, and under another name is too new. */
  private static long cpu(Set<Long> threads) {
    return threads.stream().mapToLong(each -> Math.max(0, THREADS.getThreadCpuTime(each))).sum();
  }

  private static Set<Long> numbers() {
    return LongStream.of(THREADS.getAllThreadIds()).boxed().collect(Collectors.toSet());
  }

  private static List<Thread> stages(Set<Thread> threads) {
    return threads.stream().filter(each -> each.getName().startsWith("Idle-stage-")).toList();
  }

  /** The pipeline's threads, and those that all have in common; the JVM may have started others. */
  private static List<Thread> ours(Set<Thread> threads) {
    return threads.stream()
        .filter(each -> each.getName().startsWith("Idle-") || each.getName().startsWith("millrace-"))
        .toList();
  }

  /** Waits for the time of the first argument, in milliseconds; with a second one, for ends. */
  public static void main(String[] args) throws Exception {
    long millis = Long.parseLong(args[0]);
    Set<Long> others = numbers();
    Set<Thread> before = threads();
    IdlePipeline pipeline =
        IdlePipeline.builder().engine(Engine.STREAMED).chunkRows(4).lanes(3).build();
    System.out.println("at first: " + since(before));
    System.out.println("right: " + lasts(pipeline, 1000).get(999).equals(9992));
    Set<Thread> started = since(before);
    System.out.println("then: " + !stages(started).isEmpty());
    while (!ours(started).stream().allMatch(Main::isParked)) {
      Thread.onSpinWait();
    }
    Set<Long> numbers = numbers();
    numbers.removeAll(others);
    long cpu = cpu(numbers);
    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    long idle = cpu(numbers) - cpu;
    System.out.println(
        "parked: "
            + ours(started).stream().allMatch(Main::isParked)
            + ", in bounds: "
            + (idle <= TimeUnit.MILLISECONDS.toNanos(millis) / 1000 ? "true" : idle + " ns"));
    if (args.length == 1) {
      pipeline.close();
    }
    for (Thread stage : stages(started)) {
      stage.join();
    }
    System.out.println("ended: " + stages(threads()).isEmpty());
  }
}
