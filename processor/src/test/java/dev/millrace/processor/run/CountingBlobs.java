package dev.millrace.processor.run;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.memory.MemoryBlobs;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blobs in the heap that count what is read and what is stored. */
final class CountingBlobs implements BlobStore {
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong stored = new AtomicLong();

  /** Returns how many were read and how many stored since it was last asked. */
  String counts() {
    return read.getAndSet(0) + " read, " + stored.getAndSet(0) + " stored";
  }

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) {
    List<@Nullable ByteBuffer> found = blobs.get(keys);
    read.addAndGet(found.stream().filter(Objects::nonNull).count());
    return found;
  }

  @Override
  public void put(List<Blob> batch) {
    stored.addAndGet(batch.size());
    blobs.put(batch);
  }

  @Override
  public boolean contains(Signature key) {
    return blobs.contains(key);
  }

  @Override
  public void remove(Collection<Signature> keys) {
    blobs.remove(keys);
  }

  @Override
  public void forEach(Consumer<Stored> action) {
    blobs.forEach(action);
  }

  @Override
  public long reclaim() {
    return blobs.reclaim();
  }

  @Override
  public void close() {
    blobs.close();
  }
}
