package dev.millrace.runtime.cache.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class FoldersThreadsTest {
  private static final int THREADS = 4;

  @TempDir Path root;

  @Test
  void threadsThatPutTheSameAtOnceHaveOneFolder() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 20; round++) {
        Map<String, String> value = Content.of(round);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<ByteBuffer>> blobs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          blobs.add(
              pool.submit(
                  () -> {
                    start.await();
                    return new Folders(root).put(value, Texts.CODEC);
                  }));
        }
        for (Future<ByteBuffer> blob : blobs) {
          assertEquals(blobs.get(0).get(), blob.get());
          assertEquals(value, new Folders(root).open(blob.get(), Texts.CODEC));
        }
      }
    } finally {
      pool.shutdown();
    }
    try (Stream<Path> all = Files.list(root)) {
      assertEquals(3 * 20, all.count());
    }
  }

  /** Whoever puts, opens what he put or finds it gone; nothing else happens to him. */
  @Test
  void putsAndOpensGoOnWhileAnotherRemovesAllItMay() throws Exception {
    Folders eager = new Folders(root, Duration.ZERO);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> putting = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        putting.add(pool.submit(() -> putAndOpen(eager)));
      }
      while (!putting.stream().allMatch(Future::isDone)) {
        eager.reclaim(Set.of());
      }
      for (Future<Integer> each : putting) {
        assertTrue(each.get() >= 0);
      }
      ByteBuffer last = eager.put(Content.of(1), Texts.CODEC);
      assertEquals(Content.of(1), eager.open(last, Texts.CODEC));
    } finally {
      pool.shutdown();
    }
  }

  private static int putAndOpen(Folders folders) throws Exception {
    int found = 0;
    for (int i = 0; i < 60; i++) {
      Map<String, String> value = Content.of(i % 3);
      Map<String, String> opened = folders.open(folders.put(value, Texts.CODEC), Texts.CODEC);
      if (opened != null) {
        assertEquals(value, opened);
        found++;
      }
    }
    return found;
  }
}
