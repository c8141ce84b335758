package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.spi.Logs;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at one folder, through two stores, while room is reclaimed all the time. */
@Timeout(300)
final class PackThreadsTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int ROUNDS = LONG ? 3_000 : 150;
  private static final int THREADS = 4;

  @TempDir Path folder;

  private static ByteBuffer bytes(long key) {
    return Sample.bytes(key, (int) (key * 31 % 3_000));
  }

  /** What another store moves may be missing until this one looks at the folder again. */
  private static ByteBuffer find(PackStore store, long key) throws Exception {
    ByteBuffer bytes = Sample.get(store, key);
    while (bytes == null) {
      bytes = Sample.get(store, key);
    }
    return bytes;
  }

  /** Each thread has keys of its own, some of which it removes; what it put it finds. */
  private static boolean work(PackStore store, int thread) throws Exception {
    Random random = new Random(thread);
    List<Long> there = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Blob> batch = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        long key = (long) thread * 1_000_000 + round * 10 + i;
        batch.add(new Blob(Sample.key(key), bytes(key)));
        there.add(key);
      }
      store.put(batch);
      for (int i = 0; i < 5; i++) {
        long key = there.get(random.nextInt(there.size()));
        assertEquals(bytes(key), find(store, key), () -> "the bytes of " + key);
      }
      if (random.nextInt(4) == 0) {
        long gone = there.remove(random.nextInt(there.size()));
        store.remove(List.of(Sample.key(gone)));
      }
    }
    for (long key : there) {
      assertEquals(bytes(key), find(store, key), () -> "the bytes of " + key);
    }
    return true;
  }

  @Test
  void whatAThreadPutItFinds() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    AtomicBoolean isOver = new AtomicBoolean();
    try (Logs logs = new Logs();
        PackStore one = new PackStore(folder, 200_000, Duration.ZERO);
        PackStore other = new PackStore(folder, 200_000, Duration.ofMillis(5))) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        work.add(() -> work(thread % 2 == 0 ? one : other, thread));
      }
      Future<Boolean> reclaiming =
          threads.submit(
              () -> {
                while (!isOver.get()) {
                  one.reclaim();
                  other.reclaim();
                  other.reclaim();
                }
                return true;
              });
      for (Future<Boolean> each : threads.invokeAll(work)) {
        assertTrue(each.get());
      }
      isOver.set(true);
      assertTrue(reclaiming.get());
      assertEquals(
          List.of(), logs.at(Level.WARNING).stream().map(each -> each.getMessage()).toList());
    } finally {
      isOver.set(true);
      threads.shutdown();
    }
  }
}
