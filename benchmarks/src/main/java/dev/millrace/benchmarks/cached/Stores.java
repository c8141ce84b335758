package dev.millrace.benchmarks.cached;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.pack.PackStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stores with nothing around them, asked and given in batches of a thousand. */
public final class Stores {
  private static final int BATCH = 1_000;
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private Stores() {}

  /** Returns the key of a number. */
  static Signature key(long number) {
    return new Signature(number * ODD, number);
  }

  /** Puts so many results of 64 bytes into a folder. */
  public static void fill(Path folder, int keys) throws StoreException {
    try (BlobStore store = new PackStore(folder)) {
      put(store, keys, 64);
    }
  }

  /** Puts so many results. */
  public static void put(BlobStore store, int keys, int bytes) throws StoreException {
    for (int from = 0; from < keys; from += BATCH) {
      List<Blob> batch = new ArrayList<>(BATCH);
      for (int i = from; i < from + BATCH; i++) {
        batch.add(new Blob(key(i), ByteBuffer.allocate(bytes).putLong(0, i)));
      }
      store.put(batch);
    }
  }

  /** Asks for all of them, and returns the sum of what they begin with. */
  public static long get(BlobStore store, int keys) throws StoreException {
    long sum = 0;
    for (int from = 0; from < keys; from += BATCH) {
      List<Signature> batch = new ArrayList<>(BATCH);
      for (int i = from; i < from + BATCH; i++) {
        batch.add(key(i));
      }
      for (ByteBuffer blob : store.get(batch)) {
        sum += blob == null ? 0 : blob.get(0);
      }
    }
    return sum;
  }
}
