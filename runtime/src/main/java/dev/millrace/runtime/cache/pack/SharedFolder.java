package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Uninterrupted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Blobs in a folder that several machines share: an object per batch, which is a pack that was
 * written under another name and renamed. It asks for little of the file system: no appending, and
 * no mapping, since what another machine unlinks may be gone from beneath a map. What it returns is
 * therefore a copy. Only who reclaims room takes a lock; where locks do not reach other machines,
 * let one of them do that.
 */
public final class SharedFolder implements BlobStore {
  private static final Duration OFTEN = Duration.ofSeconds(5);

  private final Shelf shelf;
  private final Object writing = new Object();
  private final Tape tape = new Tape();
  private volatile boolean isClosed;

  /**
   * Opens a folder, which need not exist. What is wrong in it is a line in the log, and missing.
   *
   * @param folder where the objects are; other files in it are left alone
   */
  public SharedFolder(Path folder) {
    this(folder, OFTEN);
  }

  SharedFolder(Path folder, Duration often) {
    this.shelf = new Shelf(folder, PackFiles.OBJECTS, false, often);
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

  @Override
  public void forEach(Consumer<Stored> action) throws StoreException {
    check();
    shelf.forEach(action);
  }

  @Override
  public void put(List<Blob> batch) throws StoreException {
    check();
    write(Records.of(batch));
  }

  private void write(Records records) throws StoreException {
    try {
      int next = 0;
      while (next < records.size()) {
        Records fitting = new Records();
        fitting.add(Kind.PACK, Pack.VERSION);
        do {
          fitting.add(records, next++);
        } while (next < records.size()
            && fitting.room() + records.head(next).room() <= Head.LONGEST);
        writeObject(fitting);
      }
    } catch (IOException e) {
      throw failed("stored", e);
    }
  }

  private void writeObject(Records records) throws IOException {
    Files.createDirectories(shelf.folder());
    PackFiles files = PackFiles.anew(shelf.folder(), PackFiles.OBJECTS);
    try {
      Uninterrupted.call(
          () -> {
            try (FileChannel to =
                FileChannel.open(
                    files.unfinished(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
              synchronized (writing) {
                tape.write(to, 0, records, files.id());
              }
              Tape.write(to, records.head(0).bytes(files.id(), 0), 0);
              to.force(true);
            }
            return Files.move(files.unfinished(), files.pack(), StandardCopyOption.ATOMIC_MOVE);
          });
    } finally {
      Files.deleteIfExists(files.unfinished());
    }
    Pack pack = shelf.make(files);
    try {
      pack.open();
      shelf.add(pack);
    } catch (NoSuchFileException e) {
      // Another has put it together with others already.
      shelf.refresh();
    }
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    check();
    shelf.refresh();
    try {
      write(Removal.of(shelf, keys));
    } catch (IOException e) {
      throw failed("removed", e);
    }
  }

  @Override
  public long reclaim() throws StoreException {
    check();
    shelf.refresh();
    try {
      return new Compaction(shelf, new Objects()).run();
    } catch (IOException e) {
      throw failed("moved", e);
    }
  }

  /** Each object is on the disk when it is renamed. */
  private final class Objects implements Compaction.Target {
    @Override
    public void begin() {}

    @Override
    public void append(Records records) throws IOException {
      write(records);
    }

    @Override
    public void force() {}
  }

  private StoreException failed(String what, IOException e) {
    return Faults.failed(shelf.folder(), what, e);
  }

  private void check() throws StoreException {
    Faults.check(isClosed, shelf.folder());
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
