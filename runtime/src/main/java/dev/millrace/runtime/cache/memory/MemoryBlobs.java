package dev.millrace.runtime.cache.memory;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blobs in the heap, for as long as this object is there. It keeps copies of what it is given. */
public final class MemoryBlobs implements BlobStore {
  private final Map<Signature, Held> blobs = new ConcurrentHashMap<>();

  /** Bytes, and when they were put. */
  private record Held(ByteBuffer bytes, Instant stored) {}

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) {
    List<@Nullable ByteBuffer> found = new ArrayList<>(keys.size());
    for (Signature key : keys) {
      Held held = blobs.get(key);
      found.add(held == null ? null : held.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN));
    }
    return found;
  }

  @Override
  public void put(List<Blob> batch) {
    Instant now = Instant.now();
    for (Blob blob : batch) {
      ByteBuffer given = blob.bytes().duplicate();
      ByteBuffer copy = ByteBuffer.allocate(given.remaining()).put(given).flip();
      blobs.put(blob.key(), new Held(copy.asReadOnlyBuffer(), now));
    }
  }

  @Override
  public boolean contains(Signature key) {
    return blobs.containsKey(key);
  }

  @Override
  public void remove(Collection<Signature> keys) {
    keys.forEach(blobs::remove);
  }

  @Override
  public void forEach(Consumer<Stored> action) {
    blobs.forEach(
        (key, held) -> action.accept(new Stored(key, held.bytes().remaining(), held.stored())));
  }

  /** Returns 0: the collector gives room back. */
  @Override
  public long reclaim() {
    return 0;
  }

  /** Lets go of everything. */
  @Override
  public void close() {
    blobs.clear();
  }
}
