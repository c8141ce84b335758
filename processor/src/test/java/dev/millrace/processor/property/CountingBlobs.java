package dev.millrace.processor.property;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.memory.MemoryBlobs;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blobs in the heap that count how often each was put. */
final class CountingBlobs implements BlobStore {
  private final BlobStore blobs = new MemoryBlobs();
  private final Map<Signature, Integer> puts = new ConcurrentHashMap<>();

  /** Returns how many were put at all. */
  int size() {
    return puts.size();
  }

  /** Returns how many were put again. */
  int again() {
    return puts.values().stream().mapToInt(each -> each - 1).sum();
  }

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) throws StoreException {
    return blobs.get(keys);
  }

  @Override
  public void put(List<Blob> batch) throws StoreException {
    batch.forEach(each -> puts.merge(each.key(), 1, Integer::sum));
    blobs.put(batch);
  }

  @Override
  public boolean contains(Signature key) throws StoreException {
    return blobs.contains(key);
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    blobs.remove(keys);
  }

  @Override
  public void forEach(Consumer<Stored> action) throws StoreException {
    blobs.forEach(action);
  }

  @Override
  public long reclaim() throws StoreException {
    return blobs.reclaim();
  }

  @Override
  public void close() throws StoreException {
    blobs.close();
  }
}
