package dev.millrace.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Temporary folders, which go when this is closed. */
final class Folders implements AutoCloseable {
  private final Path root;
  private int made;

  Folders() throws IOException {
    this.root = Files.createTempDirectory("millrace-benchmark");
  }

  /** Returns a folder that is not there yet. */
  Path next() {
    return root.resolve(String.valueOf(made++));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
