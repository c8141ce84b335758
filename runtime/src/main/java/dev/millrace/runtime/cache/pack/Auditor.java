package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads packs as wholes: each blob that an index or a head tells of, and the bytes behind it. */
final class Auditor {
  private final Shelf shelf;
  private final Set<Long> read = new HashSet<>();
  private final List<Bad> bad = new ArrayList<>();
  private long blobs;
  private long bytes;

  /** A blob that cannot be used. */
  private record Bad(Pack pack, Signature key, int place) {}

  Auditor(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Reads all packs, and returns what is in them. */
  Audit run() throws IOException {
    boolean isNew = true;
    // What is moved to another pack meanwhile is read there.
    while (isNew) {
      isNew = false;
      shelf.refresh();
      for (Pack pack : shelf.packs()) {
        if (read.add(pack.id())) {
          read(pack);
          isNew = true;
        }
      }
    }
    List<Damage> damaged = new ArrayList<>();
    for (Bad each : bad) {
      Pack pack = each.pack();
      boolean isLost = !isWholeElsewhere(each);
      damaged.add(new Damage(each.key(), pack.files().pack(), pack.id(), each.place(), isLost));
    }
    return new Audit(blobs, bytes, damaged, shelf.foreign());
  }

  private void read(Pack pack) throws IOException {
    try {
      pack.forEach((key, place) -> read(pack, key, place));
    } catch (NoSuchFileException e) {
      // Somebody unlinked it, having copied or removed what is in it: no more is to be read here.
      return;
    }
  }

  private void read(Pack pack, Signature key, int place) throws NoSuchFileException {
    ByteBuffer view = view(pack, key, place);
    blobs++;
    if (view == null) {
      bad.add(new Bad(pack, key, place));
    } else {
      bytes += view.remaining();
    }
  }

  private static @Nullable ByteBuffer view(Pack pack, Signature key, int place)
      throws NoSuchFileException {
    try {
      return pack.whole(key, place);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | InternalError e) {
      // The error is what the JVM makes of mapped bytes that the disk does not give.
      return null;
    }
  }

  private boolean isWholeElsewhere(Bad one) throws IOException {
    for (Pack pack : shelf.packs()) {
      int place = pack.id() == one.pack().id() ? 0 : pack.find(one.key());
      try {
        if (place != 0 && view(pack, one.key(), place) != null) {
          return true;
        }
      } catch (NoSuchFileException e) {
        // It was unlinked since: what was in it is not counted on.
        continue;
      }
    }
    return false;
  }
}
