package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.RunTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes keep an interrupt to themselves, or wrap it; the library then waits for nothing. */
@Timeout(60)
final class WantedTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);
  private static final Terms RETRIED =
      Terms.of("page").attempts(3, HOUR, new Class<?>[] {IOException.class}, new Class<?>[] {});

  private final CountDownLatch inside = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  /** Waits until it is interrupted, and says so as sockets do. */
  private Integer read() throws IOException {
    calls.incrementAndGet();
    inside.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException();
    }
    return 1;
  }

  @Test
  void aRunWhoseTimeIsOverBeginsNoFurtherAttempt() {
    try (Execution execution = new Execution("Pages", Setup.DEFAULT)) {
      assertThrows(
          RunTimeoutException.class,
          () -> execution.within(Duration.ofMillis(50), () -> RETRIED.<Integer>call(this::read)));
    }
    assertEquals(1, calls.get());
  }

  @Test
  void aWindowThatIsClosedWaitsForNoBackOff() throws Exception {
    Window window = Window.ofThreads(RETRIED, 1, null);
    window.<Integer>startBlocking(this::read);
    inside.await();
    window.close();
    assertEquals(1, calls.get());
  }

  @Test
  void aWindowThatIsClosedWaitsForNoTurn() throws Exception {
    Window window = Window.ofThreads(RETRIED.rate(1, HOUR), 2, null);
    window.<Integer>startBlocking(this::read);
    window.<Integer>startBlocking(this::read);
    inside.await();
    window.close();
    assertEquals(1, calls.get());
  }

  /** Its second call keeps the interrupt to itself; there is no permit for the third. */
  private final class Asking extends MapRegion<List<Integer>> {
    private final Items<Integer> number;
    private final Window window;

    Asking(Probe probe, List<Integer> number) {
      super(probe, "asking", Mode.ZIP, 1);
      this.number = items("number", number);
      this.window = stages(Terms.of("asked"), 2);
    }

    @Override
    protected void chunk(Rows rows) throws Exception {
      Column<Integer> numbers = column(number, rows);
      stage(rows, StageKind.START, () -> start(numbers, rows));
    }

    private void start(Column<Integer> numbers, Rows rows) {
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        int item = numbers.get(row);
        try {
          window.<Integer>start(() -> asked(item));
        } catch (Exception failure) {
          fail("asked", rows, row, failure);
        }
      }
    }

    private CompletableFuture<Integer> asked(int item) {
      calls.incrementAndGet();
      if (item == 1) {
        inside.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException mine) {
          return new CompletableFuture<>();
        }
      }
      return new CompletableFuture<>();
    }

    @Override
    protected List<Integer> result() {
      return list(0);
    }
  }

  @Test
  void aStreamedRunThatIsInterruptedEndsThoughANodeKeepsThat() throws Exception {
    try (Execution execution =
        new Execution("Asking", Setup.DEFAULT.engine(Engine.STREAMED).chunkRows(4))) {
      Probe probe = execution.start(Memo.NONE);
      List<Integer> numbers = IntStream.range(0, 8).boxed().toList();
      Running<List<Integer>> run = Running.start(() -> new Asking(probe, numbers).map());
      inside.await();
      run.interrupt();
      assertThrows(InterruptedException.class, run::join);
    }
    assertEquals(2, calls.get());
  }

  @Test
  void theInterruptThatEndsItIsAnsweredByThat() throws Exception {
    assertThrows(
        InterruptedException.class,
        () ->
            Wanted.<Object>until(
                () -> true,
                () -> {
                  Thread.currentThread().interrupt();
                  Wanted.require("anything");
                  return "nothing";
                }));
    assertFalse(Thread.interrupted());
  }
}
