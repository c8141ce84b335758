package dev.millrace.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of sources among the test's resources. */
public final class Folder {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /** Returns the folder of a path below the resources, which may not be there yet. */
  public static Folder of(String path) {
    return new Folder(RESOURCES.resolve(path));
  }

  /** Returns a folder in it. */
  public Folder below(String name) {
    return new Folder(path.resolve(name));
  }

  /** Returns a file's text, if there is one. */
  public Optional<String> read(String name) {
    try {
      Path file = path.resolve(name);
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes a file; an empty text removes it. */
  public void write(String name, String text) {
    try {
      if (text.isEmpty()) {
        Files.deleteIfExists(path.resolve(name));
      } else {
        Files.writeString(path.resolve(name), text);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the names of the folders in it, sorted. */
  public Stream<String> names() {
    try (Stream<Path> folders = Files.list(path)) {
      return folders.map(each -> each.getFileName().toString()).sorted().toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the texts of the Java files by path, sorted; none if there is no folder. */
  public SortedMap<String, String> sources() {
    SortedMap<String, String> sources = new TreeMap<>();
    if (!Files.isDirectory(path)) {
      return sources;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(path.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return sources;
  }

  /** Replaces what is in the folder. */
  public void replace(SortedMap<String, String> sources) {
    try {
      for (String old : sources().keySet()) {
        Files.delete(path.resolve(old));
      }
      for (var each : sources.entrySet()) {
        Path file = path.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
