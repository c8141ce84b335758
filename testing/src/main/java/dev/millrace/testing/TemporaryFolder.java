package dev.millrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a compilation writes. */
record TemporaryFolder(Path root, Path classes, Path sources) {

  static TemporaryFolder create() {
    try {
      Path root = Files.createTempDirectory("millrace-compilation");
      return new TemporaryFolder(
          root,
          Files.createDirectory(root.resolve("classes")),
          Files.createDirectory(root.resolve("sources")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the texts of the sources by name, {@code a.b.C}. */
  SortedMap<String, String> generated() {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String path = sources.relativize(file).toString().replace('\\', '/');
        texts.put(Compilation.name(path), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return texts;
  }

  /** Deletes it with all that is in it; nothing if that was done before. */
  void delete() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
