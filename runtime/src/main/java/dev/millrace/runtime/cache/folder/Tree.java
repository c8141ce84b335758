package dev.millrace.runtime.cache.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The files below a folder. Links are not followed. */
final class Tree {
  /** In place of a size. */
  static final long NO_FILE = -1;

  private Tree() {}

  /**
   * Returns the size of each file by its name from the folder on, with slashes. Folders are in the
   * names and nowhere else, so one without files does not count. A link, or whatever else is no
   * file, has {@link #NO_FILE}.
   */
  static SortedMap<String, Long> files(Path folder) throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
            files.put(name(folder.relativize(file)), its.isRegularFile() ? its.size() : NO_FILE);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String name(Path relative) {
    StringBuilder name = new StringBuilder();
    relative.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
    return name.toString();
  }

  /** Waits until what is in a file is on the disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Removes a folder with all that is in it, if it is there, and returns how many bytes of files
   * that was. Others may be at the same.
   */
  static long delete(Path folder) throws IOException {
    AtomicLong bytes = new AtomicLong();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            if (Files.deleteIfExists(file)) {
              bytes.addAndGet(its.size());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return goneOrThrow(e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(visited);
            return e == null ? FileVisitResult.CONTINUE : goneOrThrow(e);
          }
        });
    return bytes.get();
  }

  private static FileVisitResult goneOrThrow(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
