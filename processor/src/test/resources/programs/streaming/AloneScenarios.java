package streaming;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.NodeTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

final class AloneScenarios {
  private AloneScenarios() {}

  private static AlonePipeline.Inputs given(int count) {
    return AlonePipeline.given().items(IntStream.range(0, count).boxed().toList());
  }

  private static AlonePipeline by(Engine engine) {
    return AlonePipeline.builder().engine(engine).chunkRows(8).lanes(4).build();
  }

  static Object aWorkerIsForOneCallAtATime() throws Exception {
    Worker.bothAtWork = new CountDownLatch(0);
    List<Integer> expected = IntStream.range(0, 100).mapToObj(i -> i * 3).toList();
    boolean right = true;
    for (Engine engine : Engine.values()) {
      try (AlonePipeline pipeline = by(engine)) {
        right &= pipeline.waits(given(100).worker(WorkerResource.of())).equals(expected);
        right &= pipeline.asks(given(100).worker(WorkerResource.of())).equals(expected);
      }
    }
    return right + ", shared by two " + Worker.SHARED_BY_TWO + ", open " + Worker.OPEN;
  }

  static Object effectsKeepTheirOrder() {
    try (AlonePipeline pipeline = by(Engine.AUTO)) {
      return pipeline.effects(given(1)) + " " + Alone.Steps.SEEN;
    }
  }

  /** Refuses to be cancelled, and counts who asks. */
  private static final class Stubborn extends CompletableFuture<Integer> {
    static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public boolean cancel(boolean mayInterrupt) {
      ASKED.incrementAndGet();
      throw new IllegalStateException("no");
    }
  }

  static Object whatRefusesToBeCancelledHoldsNobodyUp() throws Exception {
    StringBuilder told = new StringBuilder();
    for (Engine engine : Engine.values()) {
      try (AlonePipeline pipeline = by(engine)) {
        List<Integer> laters =
            pipeline.laters(
                given(20)
                    .ask(
                        item -> {
                          Stubborn stubborn = new Stubborn();
                          CompletableFuture.runAsync(() -> stubborn.complete(item));
                          return stubborn;
                        }));
        told.append(laters.size()).append(' ').append(Stubborn.ASKED).append(' ');
        try {
          pipeline.lates(given(3).ask(item -> new Stubborn()));
        } catch (NodeTimeoutException late) {
          told.append("late ");
        }
        Stubborn.ASKED.set(0);
      }
    }
    return told.toString();
  }
}
