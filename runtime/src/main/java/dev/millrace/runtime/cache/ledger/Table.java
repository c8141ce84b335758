package dev.millrace.runtime.cache.ledger;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows, in a database that is open. Used by one thread at a time. What fails leaves it unfit
 * for use: it is closed, and another opened.
 */
interface Table {
  /** Opens one. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens the table.
     *
     * @throws StoreException if that cannot be done now
     * @throws NoDriverException if it can never be done in this process
     */
    Table open() throws StoreException, NoDriverException;
  }

  /** Says that what is needed to open it is not on the class path. */
  final class NoDriverException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDriverException(String message) {
      super(message);
    }
  }

  /** Writes changes, all or none. */
  void write(List<Change> changes) throws StoreException;

  /** Returns the row of a key. */
  Optional<Entry> find(Signature key) throws StoreException;

  /** Returns a node's rows, the latest first. */
  List<Entry> latest(String node, int most) throws StoreException;

  /** Tells of each row. */
  void forEach(Consumer<Entry> action) throws StoreException;

  /** Removes rows, all or none. */
  void remove(Collection<Signature> keys) throws StoreException;

  /** Closes the database. */
  void close() throws StoreException;
}
