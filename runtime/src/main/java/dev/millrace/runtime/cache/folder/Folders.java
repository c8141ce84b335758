package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.ProcessLock;
import dev.millrace.runtime.cache.Uninterrupted;
import dev.millrace.runtime.cache.Warnings;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results as folders, each under the digest of what is in it. For any number of threads and
 * processes. A small blob stands for a folder, which the cache stores under the work's signature:
 * the folder first, then the blob. A blob whose folder is gone is a miss.
 */
public final class Folders {
  /** How many bytes of a blob say whether it stands for a folder, and for which. */
  public static final int BEGIN = FolderBlob.BEGIN;

  /** Between a folder and its blob lies no more than a batch that is put. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final Cleaner CLEANER = Cleaner.create();

  private final Path root;
  private final Duration grace;
  private final Warnings warnings = new Warnings();

  /**
   * Opens a folder of folders, which need not exist. Nothing is written before the first put.
   *
   * @param root where they are; what has another name than they have is left alone
   */
  public Folders(Path root) {
    this(root, GRACE);
  }

  /**
   * Opens a folder of folders.
   *
   * @param grace how long a folder is kept that no blob speaks of
   */
  Folders(Path root, Duration grace) {
    this.root = root;
    this.grace = grace;
  }

  /**
   * Stores a value, and returns the blob that stands for it. It is on the disk then, or not there
   * at all. Where the same is there already, that is what the blob stands for; where it is damaged,
   * it is replaced.
   *
   * @throws StoreException if it could not be stored, whatever the codec threw
   */
  public <T> ByteBuffer put(T value, FolderCodec<T> codec) throws StoreException {
    try {
      return Uninterrupted.call(() -> write(value, codec));
    } catch (IOException | RuntimeException e) {
      throw new StoreException(
          "a result could not be stored as a folder in "
              + root
              + ": "
              + e
              + "; see that it can be written and the disk has room",
          e);
    }
  }

  private <T> ByteBuffer write(T value, FolderCodec<T> codec) throws IOException {
    Files.createDirectories(root);
    try (Unfinished unfinished = Unfinished.begin(root)) {
      codec.write(unfinished.folder(), value);
      Manifest manifest = Manifest.of(unfinished.folder(), codec.schema());
      // The name will say that it is whole. What is lost of names is seen when it is opened.
      for (Manifest.Entry file : manifest.files()) {
        Tree.force(unfinished.folder().resolve(file.name()));
      }
      FolderBlob blob = FolderBlob.of(manifest);
      new Stored(root, blob.digest()).put(unfinished.folder(), manifest);
      return blob.bytes();
    }
  }

  /**
   * Opens what a blob stands for, or returns null: if the folder is gone, if names or sizes of its
   * files are not what they were, or if the codec throws. What is in the files is for the codec to
   * look at, and for {@link #verify}: reading all of an index takes as long as it is large, and
   * opening one is to take no time.
   *
   * <p>For as long as the value can be reached, no {@link #reclaim} of any process removes the
   * folder.
   */
  public <T> @Nullable T open(ByteBuffer blob, FolderCodec<T> codec) {
    try {
      FolderBlob read = FolderBlob.read(blob);
      return Uninterrupted.call(() -> open(read, codec));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException | InternalError e) {
      // The error is what the JVM makes of mapped bytes that the disk does not give.
      warnings.tell(
          String.valueOf(digest(blob)),
          "a folder in " + root + " cannot be opened; what it held is computed again: " + e,
          e);
      return null;
    }
  }

  private <T> @Nullable T open(FolderBlob blob, FolderCodec<T> codec) throws IOException {
    Stored stored = new Stored(root, blob.digest());
    ProcessLock lock = ProcessLock.share(stored.lock());
    if (lock == null) {
      return null; // It is removed this moment.
    }
    T opened = null;
    try {
      check(stored, blob.manifest(), codec.schema());
      opened = codec.open(stored.folder());
      CLEANER.register(opened, new Lease(lock));
      return opened;
    } finally {
      if (opened == null) {
        lock.close();
      }
    }
  }

  private static void check(Stored stored, Manifest manifest, String schema) throws IOException {
    if (!manifest.schema().equals(schema)) {
      throw new IOException(
          stored.digest() + " was written as " + manifest.schema() + ", not as " + schema);
    }
    if (!stored.isThere()) {
      throw new NoSuchFileException(stored.folder().toString());
    }
    if (!manifest.fits(stored.folder())) {
      throw new IOException("the files of " + stored.folder() + " are not those that were written");
    }
  }

  /** A share of a folder's lock, given up when nobody can reach what was opened. */
  private record Lease(ProcessLock lock) implements Runnable {
    @Override
    public void run() {
      try {
        lock.close();
      } catch (IOException e) {
        System.getLogger("dev.millrace.runtime")
            .log(System.Logger.Level.WARNING, "a lock of a folder could not be given up", e);
      }
    }
  }

  /**
   * Returns whether what a blob stands for is there, to the last bit. All of it is read. What is
   * not is a miss sooner or later, and replaced when it is put again.
   */
  public boolean verify(ByteBuffer blob) {
    try {
      FolderBlob read = FolderBlob.read(blob);
      return Uninterrupted.call(() -> new Stored(root, read.digest()).isWhole(read.manifest()));
    } catch (IOException | RuntimeException e) {
      warnings.tell("verify " + digest(blob), "a folder in " + root + " is damaged: " + e, e);
      return false;
    }
  }

  /** Returns whether anything was ever put here. */
  public boolean areThere() {
    return Files.isDirectory(root);
  }

  /**
   * What there is.
   *
   * @param count how many folders
   * @param bytes how many bytes all files have, with those of what is half written
   */
  public record Extent(int count, long bytes) {}

  /**
   * Returns what there is in a folder of folders, as somebody sees who does not use it.
   *
   * @throws IOException if it cannot be read
   */
  public static Extent extent(Path root) throws IOException {
    int count = 0;
    long bytes = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
      for (Path named : all) {
        count += Names.digest(named, "") == null ? 0 : 1;
        for (long size : Tree.files(named).values()) {
          bytes += Math.max(0, size);
        }
      }
    } catch (NoSuchFileException e) {
      // There is none, or less by now.
      return new Extent(count, bytes);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new Extent(count, bytes);
  }

  /** Returns how many bytes the files have for which a blob stands; 0 if it stands for none. */
  public static long bytes(ByteBuffer blob) {
    if (digest(blob) == null) {
      return 0;
    }
    try {
      return FolderBlob.read(blob).manifest().bytesOfFiles();
    } catch (IOException | DamagedBlobException e) {
      return 0;
    }
  }

  /** Returns the same of a folder that is there; 0 if it is gone. */
  public long room(ByteBuffer blob) {
    String digest = digest(blob);
    return digest != null && new Stored(root, digest).isThere() ? bytes(blob) : 0;
  }

  /**
   * Returns which folder a blob stands for, or null if it is another kind of blob. Its first {@link
   * #BEGIN} bytes do.
   */
  public static @Nullable String digest(ByteBuffer blob) {
    return FolderBlob.digest(blob);
  }

  /**
   * Removes what is not kept and nobody has open, and what dead processes left half written. A
   * folder that was put within the last hour stays, since its blob may be about to be stored: so
   * whoever gathers what is to be kept has an hour for it.
   *
   * @param kept the {@linkplain #digest digests} of all blobs that stand for folders here
   * @return how many bytes of files were removed
   * @throws StoreException if not all could be removed; what could be is
   */
  public long reclaim(Set<String> kept) throws StoreException {
    return reclaim(kept, Set.of());
  }

  /**
   * Does the same, and lets some folders go at once.
   *
   * @param released the digests of folders whose blobs were removed. Who puts one of them again
   *     meanwhile takes it from here
   * @throws StoreException if not all could be removed; what could be is
   */
  public long reclaim(Set<String> kept, Set<String> released) throws StoreException {
    try {
      return Uninterrupted.call(() -> Reclaim.run(root, kept, released, grace));
    } catch (IOException e) {
      throw new StoreException(
          "not all that nobody needs could be removed from "
              + root
              + ": "
              + e
              + "; see that it can be written",
          e);
    }
  }
}
