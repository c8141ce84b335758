package dev.millrace.processor.property;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.memory.MemoryBlobs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Blobs of which some are lost, some are cut short or too long, and calls that fail now and then.
 * What is as long as it was is as it was: no store may give other bytes than it was given.
 */
final class ForgetfulBlobs implements BlobStore {
  private static final int SELDOM = 8;

  private final BlobStore blobs = new MemoryBlobs();
  private final Random random;

  ForgetfulBlobs(Random random) {
    this.random = random;
  }

  private synchronized boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private void mayFail(String call) throws StoreException {
    if (oneIn(SELDOM)) {
      throw new StoreException(call + " was to fail", null);
    }
  }

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) throws StoreException {
    mayFail("get");
    List<@Nullable ByteBuffer> found = new ArrayList<>();
    for (ByteBuffer each : blobs.get(keys)) {
      found.add(each == null || oneIn(SELDOM) ? null : oneIn(SELDOM) ? damaged(each) : each);
    }
    return found;
  }

  private synchronized ByteBuffer damaged(ByteBuffer bytes) {
    int size = bytes.remaining();
    int other = random.nextInt(size + 1);
    byte[] copy = new byte[other == size ? size + 1 : other];
    bytes.duplicate().get(copy, 0, Math.min(size, copy.length));
    return ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void put(List<Blob> batch) throws StoreException {
    mayFail("put");
    blobs.put(batch.stream().filter(each -> !oneIn(SELDOM)).toList());
  }

  @Override
  public boolean contains(Signature key) throws StoreException {
    mayFail("contains");
    return blobs.contains(key);
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    mayFail("remove");
    blobs.remove(keys);
  }

  @Override
  public void forEach(Consumer<Stored> action) throws StoreException {
    mayFail("forEach");
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
