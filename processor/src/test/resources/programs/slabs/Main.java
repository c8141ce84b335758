package slabs;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.SlabPool;
import dev.millrace.runtime.Slabs;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Says which slabs are open after runs that have ended well, or in any other way. */
final class Main {
  private static final int ITEMS = 500;

  private Main() {}

  private static VectorsPipeline pipeline() {
    return VectorsPipeline.builder().engine(Engine.STREAMED).chunkRows(8).lanes(2).build();
  }

  /** Returns how the run ended, and what it left. */
  private static String run(VectorsPipeline pipeline, IntConsumer check) {
    String end;
    try (SlabPool pool = SlabPool.of(1 << 20)) {
      List<Embedding> vectors =
          pipeline.vectors(
              VectorsPipeline.given()
                  .items(IntStream.range(0, ITEMS).boxed().toList())
                  .pool(pool)
                  .check(check));
      end = vectors.get(ITEMS - 1).row(0)[1] + "";
    } catch (Exception | Error thrown) {
      end = thrown.getClass().getSimpleName();
    }
    Thread.interrupted();
    return end + ", lent " + open("Slab[8, " + Vectors.LENT + "]");
  }

  private static long open(String slab) {
    return Slabs.open().stream().filter(each -> each.slab().startsWith(slab)).count();
  }

  /** Waits until the collector has found that nobody holds any. */
  private static void say(String way, String end) {
    while (!Slabs.open().isEmpty()) {
      System.gc();
    }
    System.out.println(way + ": " + end);
  }

  private static IntConsumer at(int item, Runnable then) {
    return each -> {
      if (each == item) {
        then.run();
      }
    };
  }

  private static void fail() {
    throw new IllegalStateException("by chance");
  }

  private static void overflow() {
    throw new StackOverflowError("by chance");
  }

  private static void interrupt(Thread caller) {
    caller.interrupt();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  public static void main(String[] args) {
    Thread caller = Thread.currentThread();
    try (VectorsPipeline pipeline = pipeline()) {
      say("well", run(pipeline, item -> {}));
      say("failed", run(pipeline, at(100, Main::fail)));
      say("error", run(pipeline, at(100, Main::overflow)));
      say("interrupted", run(pipeline, at(100, () -> interrupt(caller))));
    }
    VectorsPipeline closing = pipeline();
    say("closed", run(closing, at(0, closing::close)));
  }
}
