package dev.millrace.runtime.cache.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The class files that one loader finds, each read once. Not for several threads at a time. */
final class ClassFiles {
  private final WeakReference<ClassLoader> loader;
  private final Instant began;
  private final Map<String, Optional<Root>> roots = new HashMap<>();
  private final Map<String, Found> found = new HashMap<>();
  private final Map<Root, String> contents = new HashMap<>();
  private @Nullable Roots all;

  /** A class file, or why there is none. */
  sealed interface Found {
    record File(ClassFile file) implements Found {}

    record Fault(String why) implements Found {}
  }

  /**
   * Reads what a loader finds.
   *
   * @param began when the JVM's own loader may have begun to load: a file that is younger need not
   *     be what it loaded
   */
  ClassFiles(ClassLoader loader, Instant began) {
    this.loader = new WeakReference<>(loader);
    this.began = began;
  }

  ClassLoader loader() {
    ClassLoader alive = loader.get();
    if (alive == null) {
      throw new IllegalStateException(
          "The class loader whose code was to be hashed is gone; ask with one that is in use.");
    }
    return alive;
  }

  /** Returns where a class lies, or null if the loader finds no file of it. */
  @Nullable Root root(String name) {
    if (name.startsWith("java/")) {
      return Root.PLATFORM;
    }
    return roots
        .computeIfAbsent(
            name,
            key -> {
              URL url = loader().getResource(key + ".class");
              return Optional.ofNullable(url == null ? null : Root.of(url, key + ".class"));
            })
        .orElse(null);
  }

  Found file(String name) {
    Found known = found.get(name);
    if (known == null) {
      known = read(name);
      found.put(name, known);
    }
    return known;
  }

  /** Returns all roots of the loader. */
  Roots all() throws IOException {
    Roots known = all;
    if (known == null) {
      known = Roots.of(loader());
      all = known;
    }
    return known;
  }

  /** Returns a digest of all that a root holds. */
  String content(Root root) {
    return contents.computeIfAbsent(
        root,
        each -> {
          try {
            return Roots.content(each);
          } catch (IOException failed) {
            throw new UncheckedIOException(each + " of the class path cannot be read", failed);
          }
        });
  }

  private Found read(String name) {
    String entry = name + ".class";
    URL url = loader().getResource(entry);
    String shown = name.replace('/', '.');
    if (url == null) {
      return new Found.Fault(shown + " has no class file: it was made at run time, or is missing");
    }
    if (isYounger(url, entry)) {
      return new Found.Fault(shown + " was compiled anew while this JVM runs: what runs is older");
    }
    try {
      return new Found.File(ClassFile.read(bytes(url)));
    } catch (IOException failed) {
      throw new UncheckedIOException("The class file " + url + " cannot be read", failed);
    } catch (IllegalArgumentException newer) {
      return new Found.Fault(
          shown + ": " + newer.getMessage() + ", take a newer org.ow2.asm:asm and asm-tree");
    } catch (RuntimeException damaged) {
      return new Found.Fault(shown + " has a damaged class file: " + damaged);
    }
  }

  private boolean isYounger(URL url, String entry) {
    URL ofTheSystem = ClassLoader.getSystemClassLoader().getResource(entry);
    if (ofTheSystem == null || !ofTheSystem.toExternalForm().equals(url.toExternalForm())) {
      return false;
    }
    Root root = Root.of(url, entry);
    return switch (root.kind()) {
      case JAR -> root.path().toFile().lastModified() > began.toEpochMilli();
      case FOLDER -> root.path().resolve(entry).toFile().lastModified() > began.toEpochMilli();
      case NESTED_FOLDER, NESTED_JAR, MODULE, PLATFORM, OTHER -> false;
    };
  }

  /** Reads without the cache of the JDK, which would hold jars open and not see them change. */
  static byte[] bytes(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }
}
