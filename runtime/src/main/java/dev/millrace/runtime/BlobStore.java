package dev.millrace.runtime;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a cache keeps results, as bytes, each under the signature of the work that it came from.
 * All methods may be called by several threads at once, and several processes may share what is
 * behind a store.
 *
 * <p>The one law: <b>a key gives bytes that were put under it, all of them, or it is a miss.</b>
 * What is torn, damaged or half there is a miss, and a line in the log. A store need not be durable
 * and may lose whatever it likes, but it may not be wrong. Puts of one key by two who computed the
 * same are no conflict: either is right.
 *
 * <p>What cannot be done at all is a {@link StoreException}, and the cache then does without.
 */
public interface BlobStore extends AutoCloseable {

  /**
   * Bytes to be stored. What a node gives together, such as its several outputs, is one blob: that
   * is how they are stored all or none.
   *
   * @param key the signature of the work
   * @param bytes from the buffer's position to its limit, neither of which is moved; there may be
   *     none
   */
  record Blob(Signature key, ByteBuffer bytes) {}

  /**
   * What is known of a blob without reading it.
   *
   * @param key the signature of the work
   * @param bytes the room it takes in the store, with what the store writes beside it
   * @param stored when it was put, by the clock of who put it
   */
  record Stored(Signature key, long bytes, Instant stored) {}

  /**
   * Returns what is stored under each key, in their order, null where nothing is. A buffer is a
   * read-only view in little-endian order, of the store's own memory where that can be. It begins
   * at a multiple of 64 bytes if the store can have it so, and stays valid for as long as it can be
   * reached, even if the blob is removed or the store is closed.
   *
   * @throws StoreException if the store cannot be read at all
   */
  List<@Nullable ByteBuffer> get(List<Signature> keys) throws StoreException;

  /**
   * Stores blobs. Nobody ever sees a part of one. If this throws, each is stored or is not. Where a
   * key has a blob already, either is given from now on: who wants it replaced removes it first.
   *
   * @throws StoreException if not all could be stored
   */
  void put(List<Blob> batch) throws StoreException;

  /**
   * Returns whether there is something under a key, without reading it: a {@link #get} may find
   * that it is damaged.
   *
   * @throws StoreException if the store cannot be read at all
   */
  boolean contains(Signature key) throws StoreException;

  /**
   * Forgets what is stored under keys, if anything is. Another process may see it for a while, and
   * where one reclaims room just then it may come back: it is as right as it was.
   *
   * @throws StoreException if it is not known whether all are forgotten
   */
  void remove(Collection<Signature> keys) throws StoreException;

  /**
   * Tells of everything that is stored, each key once, in no order. What is put or removed
   * meanwhile may be told or not.
   *
   * @throws StoreException if the store cannot be read
   */
  void forEach(Consumer<Stored> action) throws StoreException;

  /**
   * Gives room back that what was removed still takes, and returns how many bytes. It may take
   * long, and is for tools: nobody waits for it who uses the store meanwhile. What a view shows
   * takes its room for as long as the view can be reached.
   *
   * @throws StoreException if the store cannot be written
   */
  long reclaim() throws StoreException;

  /**
   * Ends the use of the store. Views that were given stay valid.
   *
   * @throws StoreException if it could not be ended properly; what was put is there even so
   */
  @Override
  void close() throws StoreException;
}
