package dev.millrace.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Random runs, several at once, on threads that they share and that are interrupted all the time:
 * twenty seconds of them in the quick ring, ten minutes in the long one. With {@code
 * -Dmillrace.soak.seed} the one episode of that seed, again and again.
 */
final class SoakTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final Duration LASTS = LONG ? Duration.ofMinutes(10) : Duration.ofSeconds(20);
  private static final int CALLERS = 3;
  private static final int LIMIT_SECONDS = 60;

  private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
  private final ExecutorService callers =
      Executors.newFixedThreadPool(
          CALLERS,
          work -> {
            Thread thread = new Thread(work, "soak-caller");
            thread.setDaemon(true);
            return thread;
          });

  /** An episode that runs. */
  private record Playing(long seed, Future<List<WeakReference<Object>>> end) {}

  @Test
  void whateverGoesWrongNothingIsLostDoubledOrLeftBehind() throws Exception {
    Long only = Long.getLong("millrace.soak.seed");
    long first = only == null ? System.nanoTime() : only;
    Random seeds = new Random(first);
    System.out.println("soak: seeds from " + first);
    long until = System.nanoTime() + LASTS.toNanos();
    StageThreads threads = new StageThreads("soak");
    try {
      while (System.nanoTime() < until) {
        List<WeakReference<Object>> references = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
          List<Playing> playing = new ArrayList<>();
          for (int caller = 0; caller < CALLERS; caller++) {
            long seed = only == null ? seeds.nextLong() : only;
            playing.add(
                new Playing(
                    seed, callers.submit(() -> new SoakEpisode(seed, threads, seen).play())));
          }
          for (Playing each : playing) {
            references.addAll(ended(each, threads));
          }
        }
        assertThatNobodyKeeps(references);
      }
    } finally {
      callers.shutdown();
      threads.close();
    }
    assertTrue(callers.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS));
    for (Thread thread : seen) {
      thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
      assertFalse(thread.isAlive(), () -> "left behind: " + thread);
    }
  }

  private List<WeakReference<Object>> ended(Playing playing, StageThreads threads)
      throws InterruptedException {
    try {
      return playing.end().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException thrown) {
      return fail(told(playing, threads), thrown.getCause());
    } catch (TimeoutException hangs) {
      StringBuilder stacks = new StringBuilder(told(playing, threads) + " hangs; threads:\n");
      Thread.getAllStackTraces()
          .forEach(
              (thread, stack) -> {
                if (thread.getName().startsWith("soak")) {
                  stacks.append(thread).append("\n  ").append(Arrays.toString(stack)).append('\n');
                }
              });
      return fail(stacks.toString());
    }
  }

  private String told(Playing playing, StageThreads threads) {
    return "-Dmillrace.soak.seed="
        + playing.seed()
        + ": "
        + new SoakEpisode(playing.seed(), threads, seen);
  }

  private static void assertThatNobodyKeeps(List<WeakReference<Object>> references) {
    for (int tries = 0; tries < 10; tries++) {
      System.gc();
      references.removeIf(reference -> reference.refersTo(null));
      if (references.isEmpty()) {
        return;
      }
    }
    fail("kept: " + references.stream().map(WeakReference::get).toList());
  }
}
