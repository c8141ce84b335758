package dev.millrace.cli.cache;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.disk.DiskStore;
import dev.millrace.runtime.cache.disk.DiskStore.InFolder;
import dev.millrace.runtime.cache.pack.Audit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a cache when all of it was read.
 *
 * @param audit what is in the packs
 * @param dangling the entries of the ledger whose results are gone
 * @param inFolders results whose folders are gone or damaged
 * @param withoutEntry how many results the ledger knows nothing of; they are as good as any
 * @param ledgerFault why the ledger cannot be read, or null
 */
record Findings(
    Audit audit,
    List<Entry> dangling,
    List<InFolder> inFolders,
    long withoutEntry,
    @Nullable String ledgerFault) {

  /**
   * Reads a cache. What others put or remove meanwhile is no finding.
   *
   * @throws StoreException if the packs cannot be read
   */
  static Findings of(CacheFolder folder) throws StoreException {
    String fault = null;
    // First: what has an entry had its blob before.
    Set<Signature> known = new HashSet<>();
    List<Entry> dangling = new ArrayList<>();
    long[] withoutEntry = {0};
    try (DiskStore store = folder.store();
        MetaStore ledger = folder.ledger()) {
      try {
        ledger.forEach(entry -> known.add(entry.key()));
      } catch (StoreException e) {
        fault = e.getMessage();
      }
      Audit audit = store.packs().audit();
      if (fault == null) {
        store.forEach(blob -> withoutEntry[0] += known.contains(blob.key()) ? 0 : 1);
        for (Signature key : known) {
          if (!store.contains(key)) {
            // Who removed it removed the entry before.
            ledger.find(key).ifPresent(dangling::add);
          }
        }
      }
      dangling.sort(Comparator.comparing(Entry::key));
      return new Findings(
          audit,
          List.copyOf(dangling),
          damaged(store),
          folder.hasLedger() ? withoutEntry[0] : 0,
          fault);
    }
  }

  /** Reads all folders of results. */
  private static List<InFolder> damaged(DiskStore store) throws StoreException {
    Map<String, Boolean> isWhole = new HashMap<>();
    List<InFolder> damaged = new ArrayList<>();
    for (InFolder each : store.inFolders()) {
      ByteBuffer blob = store.get(List.of(each.key())).get(0);
      // One that is damaged itself is among those of the packs.
      if (blob != null
          && !isWhole.computeIfAbsent(each.digest(), any -> store.folders().verify(blob))
          // Who removed the folder removed the result before.
          && store.contains(each.key())) {
        damaged.add(each);
      }
    }
    damaged.sort(Comparator.comparing(InFolder::key));
    return List.copyOf(damaged);
  }

  /** Returns whether whatever is asked for is there, and right. */
  boolean isWhole() {
    return audit.damaged().isEmpty()
        && audit.foreign().isEmpty()
        && dangling.isEmpty()
        && inFolders.isEmpty()
        && ledgerFault == null;
  }
}
