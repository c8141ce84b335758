package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forgets keys. A pack that nothing is left in goes as a whole; elsewhere tombstones are due. */
final class Removal {
  private Removal() {}

  /** Unlinks what it can, and returns the tombstones that have to be written. */
  static Records of(Shelf shelf, Collection<Signature> keys) throws IOException {
    Map<Pack, Set<Integer>> found = new HashMap<>();
    for (Signature key : keys) {
      for (Pack pack : shelf.packs()) {
        int place = pack.find(key);
        if (place != 0) {
          found.computeIfAbsent(pack, any -> new HashSet<>()).add(place);
        }
      }
    }
    Records tombstones = new Records();
    for (Map.Entry<Pack, Set<Integer>> each : found.entrySet()) {
      Pack pack = each.getKey();
      if (!isUnlinked(shelf, pack, each.getValue().size())) {
        each.getValue()
            .forEach(place -> tombstones.add(Kind.TOMBSTONE, new Signature(pack.id(), place)));
      }
    }
    return tombstones;
  }

  private static boolean isUnlinked(Shelf shelf, Pack pack, int removed) throws IOException {
    if (removed + pack.dead() < pack.size()
        || living(pack) > removed
        || hasTombstones(shelf, pack)) {
      return false;
    }
    if (!pack.files().suffix().equals(PackFiles.PACK)) {
      shelf.delete(pack);
      return true;
    }
    try (@Nullable ProcessLock lock = ProcessLock.take(pack.files().lock())) {
      if (lock == null) {
        return false;
      }
      pack.extend();
      if (living(pack) > removed) {
        return false;
      }
      shelf.delete(pack);
      return true;
    }
  }

  private static int living(Pack pack) throws IOException {
    int[] living = {0};
    pack.forEach((key, place) -> living[0]++);
    return living[0];
  }

  private static boolean hasTombstones(Shelf shelf, Pack pack) {
    return pack.tombstones().stream()
        .anyMatch(each -> each.high() != pack.id() && shelf.pack(each.high()) != null);
  }
}
