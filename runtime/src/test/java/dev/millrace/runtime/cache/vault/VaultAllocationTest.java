package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.keys;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.Numbers;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class VaultAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static long allocated(Runnable work) {
    for (int i = 0; i < 10; i++) {
      work.run();
      THREADS.getCurrentThreadAllocatedBytes();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aHitInTheFrontMakesNoMoreThanAPlaceInAnArray() {
    try (Vault vault = Vault.open(Cache.inMemory())) {
      for (int key = 10; key < 1_010; key++) {
        put(vault, key, "text " + key);
      }
      put(vault, 3, new int[] {1}, Numbers.INTS);
      List<Signature> texts = keys(LongStream.range(10, 1_010).toArray());
      long each = allocated(() -> vault.get(texts, Codecs.STRING, (i, value) -> {})) / texts.size();
      assertTrue(each <= Long.BYTES, () -> each + " bytes for each of a thousand hits");
      List<Signature> arrays = keys(3);
      assertTrue(
          allocated(() -> vault.get(arrays, Numbers.INTS, (i, value) -> {})) > 0,
          "an array is made anew, and that is counted");
    }
  }
}
