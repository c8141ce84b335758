package dev.millrace.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where this JVM has its classes from. */
final class ClassPath {
  private ClassPath() {}

  /** Returns the folders and jars of the class path and the module path that are there. */
  static List<Path> ofThisJvm() {
    List<Path> all = new ArrayList<>(entries("java.class.path"));
    for (Path each : entries("jdk.module.path")) {
      all.addAll(modules(each));
    }
    return List.copyOf(all);
  }

  private static List<Path> entries(String property) {
    return Stream.of(System.getProperty(property, "").split(File.pathSeparator))
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  /** Returns what an entry of a module path holds: a module, or a folder full of them. */
  static List<Path> modules(Path entry) {
    if (!Files.isDirectory(entry) || Files.exists(entry.resolve("module-info.class"))) {
      return List.of(entry);
    }
    try (Stream<Path> below = Files.list(entry)) {
      return Stream.concat(Stream.of(entry), below.sorted()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
