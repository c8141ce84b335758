package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.cache.ledger.Ledger;
import dev.millrace.runtime.cache.pack.PackStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a cache.
 *
 * @param blobs null if there are none: what is kept is in the front
 */
record Stores(@Nullable BlobStore blobs, MetaStore meta) {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");
  private static final String LEDGER = "ledger.sqlite";

  /** Opens those in a folder, which need not exist. */
  static Stores at(Path folder) {
    return at(folder, Ledger.canSqlite());
  }

  static Stores at(Path folder, boolean hasDriver) {
    MetaStore meta = NoLedger.INSTANCE;
    if (hasDriver) {
      meta = Ledger.sqlite(folder.resolve(LEDGER));
    } else {
      LOGGER.log(
          Level.INFO,
          "the cache at "
              + folder
              + " has no ledger, since there is no driver of SQLite on the class path; results are"
              + " stored and found even so, but explain and eviction know less: add"
              + " org.xerial:sqlite-jdbc");
    }
    return new Stores(new PackStore(folder), meta);
  }
}
