package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run allocates where nobody listens, counted by the virtual machine. */
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Execution EXECUTION = new Execution("P", Setup.DEFAULT);
  private static final Probe OFF = EXECUTION.start(Memo.NONE);

  private static final MapWatch WATCH = new MapWatch(OFF, new Faults(Execution.NONE, "vectors"));
  private static final Rows ROWS = Rows.all(0, 10);

  private static byte[] kept = {};

  /** Returns the bytes that this thread allocates in work that has been done before. */
  private static long allocated(Runnable work) {
    for (int i = 0; i < 10; i++) {
      work.run();
      THREADS.getCurrentThreadAllocatedBytes();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void straightLine() {
    for (int i = 0; i < 10_000; i++) {
      Probe probe = EXECUTION.start(Memo.NONE);
      Memo.NONE.at(1);
      long since = probe.begin("passages");
      Probe.notNull("passages", "result");
      probe.end("passages", 1, since);
      Memo.NONE.keep(1, "result");
      WATCH.started(10, 1);
      WATCH.advanced(10);
      WATCH.batchEnded("vec", WATCH.batch("vec", ROWS), ROWS);
      WATCH.ended(0, null);
      WATCH.finished(10);
      probe.finished();
    }
  }

  @Test
  void aProbeWithoutAListenerAllocatesNothingNorDoesTheMemoOfASingleRun() {
    assertEquals(0, allocated(AllocationTest::straightLine));
  }

  @Test
  void aCallThatNoDeviceLimitsAllocatesNothing() {
    try (Leases run = new Resources("P", Setup.DEFAULT).begin()) {
      Held<Object> held = run.hold("model", "model");
      assertEquals(
          0,
          allocated(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  DeviceCall.begin(held).end();
                }
              }));
    }
  }

  @Test
  void whatIsAllocatedIsCounted() {
    assertTrue(allocated(() -> kept = new byte[1000]) >= 1000);
    assertEquals(1000, kept.length);
  }

  /** A name that is joined once would cost at least its length. */
  @Test
  void aMapWithoutAListenerJoinsNoNames() {
    List<String> texts = texts(2560);
    String path = "predictions";
    String longPath = path.repeat(1000);
    long bytes = allocated(() -> new LengthsMap(OFF, path, texts, SOUND).map());
    long more = allocated(() -> new LengthsMap(OFF, longPath, texts, SOUND).map());
    assertTrue(more - bytes < longPath.length(), more + " rather than " + bytes);
  }
}
