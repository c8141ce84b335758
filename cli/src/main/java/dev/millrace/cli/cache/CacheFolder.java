package dev.millrace.cli.cache;

import dev.millrace.cli.RefusedException;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.cache.disk.DiskStore;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.cache.ledger.Ledger;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cache's folder: packs, and a ledger unless the application has no driver for one.
 *
 * @param path where it is
 */
record CacheFolder(Path path) {
  private static final String GIVE = "give the folder that Cache.at was given";

  /** What all packs of a folder are, or all folders of results. */
  record Packs(int count, long bytes) {}

  /** Returns the cache in a folder, or refuses if there is none. */
  static CacheFolder of(Path path) {
    if (!Files.exists(path)) {
      throw new RefusedException("there is no folder " + path + "; " + GIVE);
    }
    if (!Files.isDirectory(path)) {
      throw new RefusedException(path + " is a file and no cache; " + GIVE);
    }
    CacheFolder folder = new CacheFolder(path);
    if (!folder.hasLedger() && folder.packFiles().isEmpty()) {
      throw new RefusedException(
          path + " is no cache: there are neither packs nor a " + Ledger.FILE + " in it; " + GIVE);
    }
    return folder;
  }

  private Path ledgerFile() {
    return path.resolve(Ledger.FILE);
  }

  boolean hasLedger() {
    return Files.exists(ledgerFile());
  }

  /** Returns its ledger, only to be asked; an empty one if there is none. */
  MetaStore ledger() {
    return hasLedger() ? Ledger.sqliteOnlyRead(ledgerFile()) : new MemoryLedger();
  }

  /** Returns its ledger, to be changed; an empty one if there is none, so that none is made. */
  MetaStore ledgerToChange() {
    return hasLedger() ? Ledger.sqlite(ledgerFile()) : new MemoryLedger();
  }

  /** Returns its results, of which nothing is written before something is put or removed. */
  DiskStore store() {
    return new DiskStore(path);
  }

  /** Returns how many packs there are, and how many bytes these have. */
  Packs packs() {
    int count = 0;
    long bytes = 0;
    for (Path file : packFiles()) {
      try {
        bytes += Files.size(file);
        count++;
      } catch (NoSuchFileException e) {
        // Somebody unlinked it since the folder was listed.
        continue;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    return new Packs(count, bytes);
  }

  /** Returns how many folders of results there are, and how many bytes the files in them have. */
  Packs folders() {
    try {
      Folders.Extent extent = Folders.extent(DiskStore.folders(path));
      return new Packs(extent.count(), extent.bytes());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<Path> packFiles() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path, "*.pack")) {
      stream.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw unreadable(e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    }
    return files;
  }

  private RefusedException unreadable(IOException e) {
    return new RefusedException(
        path + " cannot be read: " + e + "; see that its files may be read by you", e);
  }
}
