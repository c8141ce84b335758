package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.disk.DiskStore;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.cache.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a cache.
 *
 * @param blobs null if there are none
 * @param folder where they are, if they are in one
 */
record Stores(@Nullable BlobStore blobs, MetaStore meta, @Nullable Path folder) {
  /** What is not there: everything is missing. */
  static final Stores NONE = new Stores(null, NoLedger.INSTANCE, null);

  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");
  private static final String LEDGER = "ledger.sqlite";

  /** Opens those in a folder, which need not exist. */
  static Stores at(Path folder) {
    return at(folder, Ledger.canSqlite());
  }

  static Stores at(Path folder, boolean canSqlite) {
    if (canSqlite) {
      return new Stores(new DiskStore(folder), Ledger.sqlite(folder.resolve(LEDGER)), folder);
    }
    LOGGER.log(
        Level.INFO,
        "the cache at "
            + folder
            + " has no ledger, since no driver of SQLite is on the class path; results are stored"
            + " and found even so, but explain and eviction know less: add org.xerial:sqlite-jdbc");
    return new Stores(new DiskStore(folder), NoLedger.INSTANCE, folder);
  }

  /** Returns where results are that are folders; null if there is no place for them. */
  @Nullable Folders folders() {
    return blobs instanceof DiskStore disk ? disk.folders() : null;
  }

  /** Returns what is known of results, without making a file for it. */
  MetaStore metaToRead() {
    return folder == null || Files.exists(folder.resolve(LEDGER)) ? meta : NoLedger.INSTANCE;
  }

  /** Returns whether the results may take more room than that: it looks at the files alone. */
  boolean mayTakeMoreThan(long bytes) {
    if (folder == null) {
      return true;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        boolean isOfLedger = file.getFileName().toString().startsWith(LEDGER);
        sum += isOfLedger || !Files.isRegularFile(file) ? 0 : Files.size(file);
      }
      return sum > bytes;
    } catch (IOException | UncheckedIOException e) {
      // A file went meanwhile, or the folder did: the store knows.
      return true;
    }
  }

  /**
   * Closes them.
   *
   * @throws StoreException if the blobs were not closed properly
   */
  void close() throws StoreException {
    try {
      meta.close();
    } finally {
      if (blobs != null) {
        blobs.close();
      }
    }
  }
}
