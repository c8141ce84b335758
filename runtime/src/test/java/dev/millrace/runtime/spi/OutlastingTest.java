package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Resource;
import dev.millrace.runtime.exec.Meter;
import dev.millrace.runtime.exec.StageThreads;
import dev.millrace.runtime.exec.StreamedRun;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that cannot be cancelled, and go on after whoever made them. */
@Timeout(60)
final class OutlastingTest {
  private final List<CompletableFuture<Integer>> stages = new CopyOnWriteArrayList<>();

  /** Returns a stage that nobody can cancel. */
  private CompletionStage<Integer> stubborn() {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    stages.add(stage);
    return stage.minimalCompletionStage();
  }

  private record Made(Runnable end) implements Resource<AutoCloseable> {
    @Override
    public AutoCloseable open() {
      return end::run;
    }
  }

  private static final Made PLAIN = new Made(() -> {});

  @Test
  void anInstanceOfALaneIsNobodyElsesWhileItsCallGoesOn() throws Throwable {
    Resources resources = new Resources("P", Setup.DEFAULT);
    Leases run = resources.begin();
    Held<AutoCloseable> held = run.holdPerWorker(2, PLAIN, "parser");
    CyclicBarrier both = new CyclicBarrier(2);
    StreamedRun.Plan<Integer> plan =
        new StreamedRun.Plan<>(
            chunk -> {
              both.await();
              held.get();
              Window window = Window.ofStages(Terms.of("parsed"), 1, run);
              window.start(this::stubborn);
              window.close();
            },
            2,
            () -> Leases.another(held),
            Meter.NONE);
    try (StageThreads threads = new StageThreads("P")) {
      new StreamedRun<>(2, List.of(plan)).run(List.of(1, 2).iterator(), chunk -> {}, threads);
    }
    run.close();
    assertEquals(2, stages.size());
    try (Leases other = resources.begin()) {
      Running<AutoCloseable> theirs =
          Running.start(() -> other.<AutoCloseable>holdPerWorker(2, PLAIN, "parser").get());
      theirs.waits();
      stages.forEach(stage -> stage.complete(1));
      theirs.join();
    }
    resources.close();
  }

  @Test
  void aCallThatHasAnInstanceToItselfKeepsItsPermitUntilNothingOfItIsAtWork() throws Exception {
    Resources resources = new Resources("P", Setup.DEFAULT);
    Leases run = resources.begin();
    Held<AutoCloseable> held = run.holdPerWorker(1, PLAIN, "parser");
    try (Window window = Window.ofStages(Terms.of("parsed").within(1_000_000), 1, run, held)) {
      Pending<Integer> late = window.start(this::stubborn);
      late.stage().handle((value, failure) -> failure).toCompletableFuture().join();
      Running<Pending<Integer>> next = Running.start(() -> window.<Integer>start(this::stubborn));
      next.waits();
      stages.get(0).complete(1);
      next.join();
    }
    run.close();
    resources.close();
  }

  @Test
  void aWindowIsClosedThoughSuchACallGoesOn() throws Exception {
    Resources resources = new Resources("P", Setup.DEFAULT);
    Leases run = resources.begin();
    Held<AutoCloseable> held = run.holdPerWorker(1, PLAIN, "parser");
    Window window = Window.ofStages(Terms.of("parsed"), 1, run, held);
    window.start(this::stubborn);
    window.close();
    assertEquals(1, stages.size());
    run.close();
    resources.close();
  }

  @Test
  void thePipelinesResourcesAreClosedThoughAnErrorClosesTheRuns() {
    AtomicBoolean closed = new AtomicBoolean();
    Resources resources = new Resources("P", Setup.DEFAULT);
    Leases around = resources.begin(null);
    around.hold(new Made(() -> closed.set(true)), "index").get();
    Leases run = resources.begin(around);
    Made broken =
        new Made(
            () -> {
              throw new AssertionError("broken");
            });
    run.own(broken, "made", false);
    Started started = Started.with(run);
    started.start(0, Terms.of("parsed"), this::stubborn);
    started.close();
    run.close();
    around.close();
    resources.close();
    try (Logs logs = new Logs()) {
      stages.get(0).complete(1);
      assertEquals(1, logs.at(Level.WARNING).size());
    }
    assertTrue(closed.get());
  }
}
