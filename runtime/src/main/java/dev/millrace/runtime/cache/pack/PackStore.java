package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Blobs in a folder of packs, that several processes may use at once. Opening one writes nothing,
 * so that a folder may be read-only; the first put begins a pack, or goes on in one that was left.
 */
public final class PackStore implements BlobStore {
  private static final long LIMIT = 512L << 20;
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Shelf shelf;
  private final long limit;
  private final Object writing = new Object();
  private final Tape tape = new Tape();
  private @Nullable PackWriter writer;
  private volatile boolean isClosed;

  /**
   * Opens a folder, which need not exist. What is wrong in it is a line in the log, and missing.
   *
   * @param folder where the packs are; other files in it are left alone
   */
  public PackStore(Path folder) {
    this(folder, LIMIT, OFTEN);
  }

  /**
   * Opens a folder.
   *
   * @param limit how large a pack gets; a larger blob gets one of its own
   * @param often how often the folder is looked at for what others wrote
   */
  PackStore(Path folder, long limit, Duration often) {
    this.shelf = new Shelf(folder, PackFiles.PACK, true, often);
    this.limit = limit;
  }

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) throws StoreException {
    check();
    return shelf.get(keys);
  }

  @Override
  public boolean contains(Signature key) throws StoreException {
    check();
    return shelf.contains(key);
  }

  /**
   * Returns the first bytes that are stored under a key, not checked; null if nothing is. So it can
   * be told what kind of result it is without all of it being read.
   *
   * @param most how many at most
   */
  public @Nullable ByteBuffer peek(Signature key, int most) {
    return isClosed ? null : shelf.peek(key, most);
  }

  @Override
  public void forEach(Consumer<Stored> action) throws StoreException {
    check();
    shelf.forEach(action);
  }

  @Override
  public void put(List<Blob> batch) throws StoreException {
    append(Records.of(batch));
    shelf.refreshIfDue();
  }

  /** Appends records, in as many packs as they need. */
  void append(Records records) throws StoreException {
    synchronized (writing) {
      check();
      try {
        int next = 0;
        while (next < records.size()) {
          PackWriter to = writer(records.head(next).room());
          Records fitting = new Records();
          do {
            fitting.add(records, next++);
          } while (next < records.size()
              && to.end() + fitting.room() + records.head(next).room() <= limit);
          to.append(fitting);
        }
      } catch (IOException e) {
        throw failed("stored", e);
      }
    }
  }

  private StoreException failed(String what, IOException e) {
    return Faults.failed(shelf.folder(), what, e);
  }

  private PackWriter writer(long room) throws IOException {
    PackWriter current = writer;
    if (current != null && current.pack().isLost()) {
      current = leave(current);
    }
    boolean isBegun = current != null && current.end() > Head.BYTES;
    if (current != null && isBegun && current.end() + room > limit) {
      // Once per pack: and what is copied is on the disk before the old is unlinked.
      current.force();
      current = leave(current);
    }
    if (current == null) {
      current = goOn(room);
      if (current == null) {
        current = PackWriter.begin(shelf.make(anew()), tape);
      }
      take(current);
    }
    return current;
  }

  private PackFiles anew() {
    return PackFiles.anew(shelf.folder(), PackFiles.PACK);
  }

  private void take(PackWriter next) {
    writer = next;
    next.pack().ours(true);
    shelf.add(next.pack());
  }

  private @Nullable PackWriter goOn(long room) throws IOException {
    for (Pack pack : shelf.packs()) {
      if (pack.end() + room <= limit / 2) {
        try {
          PackWriter taken = PackWriter.goOn(pack, tape);
          if (taken != null) {
            return taken;
          }
        } catch (NoSuchFileException e) {
          // Somebody unlinked it a moment ago.
          pack.lose();
        }
      }
    }
    return null;
  }

  private @Nullable PackWriter leave(PackWriter current) throws IOException {
    writer = null;
    current.pack().ours(false);
    current.close();
    return null;
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    check();
    shelf.refresh();
    try {
      append(Removal.of(shelf, keys));
    } catch (IOException e) {
      throw failed("removed", e);
    }
  }

  @Override
  public long reclaim() throws StoreException {
    check();
    try {
      shelf.refresh();
      return new Compaction(shelf, new FreshPack()).run();
    } catch (IOException e) {
      throw failed("moved", e);
    }
  }

  /**
   * Reads every blob, of which there may be several to a key, and returns what it found. It takes
   * as long as the disk needs to read the packs; others may use them meanwhile. What this store
   * found to be damaged before is not read again.
   *
   * @throws StoreException if the packs cannot be read at all
   */
  public Audit audit() throws StoreException {
    check();
    try {
      return new Auditor(shelf).run();
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  /**
   * Forgets blobs that are damaged. Others of the same keys, if there are any, are found from now
   * on.
   *
   * @throws StoreException if it is not known whether all are forgotten
   */
  public void forget(Collection<Damage> damaged) throws StoreException {
    Records tombstones = new Records();
    damaged.forEach(
        each -> tombstones.add(Kind.TOMBSTONE, new Signature(each.pack(), each.place())));
    append(tombstones);
  }

  /** What is copied goes into a pack of its own: any other may be the next to be looked at. */
  private final class FreshPack implements Compaction.Target {
    @Override
    public void begin() throws IOException {
      synchronized (writing) {
        check();
        if (writer != null) {
          leave(writer);
        }
        take(PackWriter.begin(shelf.make(anew()), tape));
      }
    }

    @Override
    public void append(Records records) throws IOException {
      PackStore.this.append(records);
    }

    @Override
    public void force() throws IOException {
      synchronized (writing) {
        if (writer != null) {
          writer.force();
        }
      }
    }
  }

  private void check() throws StoreException {
    Faults.check(isClosed, shelf.folder());
  }

  @Override
  public void close() throws StoreException {
    synchronized (writing) {
      isClosed = true;
      if (writer != null) {
        try {
          leave(writer);
        } catch (IOException e) {
          throw failed("indexed", e);
        }
      }
    }
  }
}
