package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.memory.MemoryBlobs;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blobs in the heap that fail where they are told to, and note each call. */
final class FaultyStore implements BlobStore {
  enum Call {
    GET,
    PUT,
    CONTAINS,
    REMOVE,
    FOR_EACH,
    RECLAIM,
    CLOSE
  }

  final MemoryBlobs blobs = new MemoryBlobs();
  final Set<Call> failing = EnumSet.noneOf(Call.class);
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** Whether it throws what the interface does not say. */
  boolean isUnchecked;

  /** Is told of each call. */
  Consumer<Call> watching = call -> {};

  /** Is handed the lists that the store is given. */
  Consumer<List<?>> meddling = list -> {};

  private void called(Call call, Object what) throws StoreException {
    calls.add(call + " " + what);
    watching.accept(call);
    if (failing.contains(call)) {
      if (isUnchecked) {
        throw new IllegalStateException(call + " failed");
      }
      throw new StoreException(call + " failed", null);
    }
  }

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) throws StoreException {
    called(Call.GET, keys.size());
    meddling.accept(keys);
    return blobs.get(keys);
  }

  @Override
  public void put(List<Blob> batch) throws StoreException {
    called(Call.PUT, batch.size());
    meddling.accept(batch);
    // Of two blobs of one key it gives the older one.
    List<Blob> fresh = new ArrayList<>(batch);
    fresh.removeIf(blob -> blobs.contains(blob.key()));
    blobs.put(fresh);
  }

  @Override
  public boolean contains(Signature key) throws StoreException {
    called(Call.CONTAINS, 1);
    return blobs.contains(key);
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    called(Call.REMOVE, keys.size());
    blobs.remove(keys);
  }

  @Override
  public void forEach(Consumer<Stored> action) throws StoreException {
    called(Call.FOR_EACH, "");
    blobs.forEach(action);
  }

  @Override
  public long reclaim() throws StoreException {
    called(Call.RECLAIM, "");
    return 0;
  }

  @Override
  public void close() throws StoreException {
    called(Call.CLOSE, "");
  }
}
