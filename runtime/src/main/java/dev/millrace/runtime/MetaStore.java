package dev.millrace.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of the results in a cache beside their bytes: when and of what they were made, what
 * that cost, when they were last used. People ask it why a node ran, and eviction asks it what to
 * let go of. No hit depends on it: a cache whose meta store is empty gives the same results.
 *
 * <p>A result without an entry is as good as any, and an entry without a result says nothing. All
 * methods may be called by several threads at once.
 */
public interface MetaStore extends AutoCloseable {

  /**
   * One of the things that a signature is made of.
   *
   * @param name what it is, as {@code code} or the name of an input
   * @param digest the digest of its value
   */
  record Part(String name, Signature digest) {}

  /**
   * What is known of one result.
   *
   * @param key the signature of the work
   * @param node the node that did it
   * @param stored when the result was stored
   * @param nanos how long the work took, in nanoseconds
   * @param bytes how many bytes the result has
   * @param used when the result was last asked for, {@code stored} if it never was
   * @param parts what the signature is made of, in order
   */
  record Entry(
      Signature key,
      String node,
      Instant stored,
      long nanos,
      long bytes,
      Instant used,
      List<Part> parts) {

    /** Makes the entry, with a copy of the list. */
    public Entry {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Notes what was stored. It returns at once, never throws, and may forget some where it cannot
   * keep up.
   */
  void stored(List<Entry> entries);

  /** Notes that results were used, as {@link #stored} does. Keys without an entry say nothing. */
  void used(Collection<Signature> keys, Instant when);

  /**
   * Returns the entry of a result, if there is one.
   *
   * @throws StoreException if that cannot be read
   */
  Optional<Entry> find(Signature key) throws StoreException;

  /**
   * Returns the entries of a node that were stored last, the latest first.
   *
   * @param most how many at most
   * @throws StoreException if they cannot be read
   */
  List<Entry> latest(String node, int most) throws StoreException;

  /**
   * Tells of every entry, in no order.
   *
   * @throws StoreException if they cannot be read
   */
  void forEach(Consumer<Entry> action) throws StoreException;

  /**
   * Forgets entries, before the results themselves are removed.
   *
   * @throws StoreException if it is not known whether all are forgotten
   */
  void remove(Collection<Signature> keys) throws StoreException;

  /** Ends the use of the store. What it was told before, it tries to keep. */
  @Override
  void close();
}
