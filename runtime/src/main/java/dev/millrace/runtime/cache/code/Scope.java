package dev.millrace.runtime.cache.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is application code, seen from one class of it, and which libraries it has touched.
 *
 * <p>Application code is read, byte by byte: class folders, {@code BOOT-INF/classes}, modules of a
 * run-time image that are not the platform's, the jar that the class itself lies in, and jars of
 * the same Maven group. The rest is named: the platform by its feature version, libraries by
 * artifact.
 */
final class Scope {
  private final ClassFiles files;
  private final Root entry;
  private final String group;
  private final Map<Root, Boolean> application = new HashMap<>();
  private final Map<String, String> libraries = new TreeMap<>();
  private boolean foreign;

  Scope(ClassFiles files, Root entry) {
    this.files = files;
    this.entry = entry;
    this.group = entry.kind() == Root.Kind.JAR ? artifact(entry).group() : "";
  }

  /**
   * Returns whether a class is read. One without a file is as well: reading it fails, and says so.
   */
  boolean isApplication(String name) {
    Root root = files.root(name);
    return root == null || isApplication(root);
  }

  boolean isApplication(Root root) {
    return application.computeIfAbsent(root, this::decide);
  }

  private boolean decide(Root root) {
    return switch (root.kind()) {
      case PLATFORM -> false;
      case FOLDER, MODULE -> root.equals(entry) || !Own.is(root);
      case NESTED_FOLDER, OTHER -> true;
      case JAR ->
          root.place().equals(entry.place())
              || (!Own.is(root) && !group.isEmpty() && group.equals(artifact(root).group()));
      case NESTED_JAR -> root.equals(entry);
    };
  }

  /** Notes that a class is used which is not read. */
  void use(String name) {
    Root root = files.root(name);
    if (root != null && root.kind() != Root.Kind.PLATFORM) {
      add(root);
      // Ours call none but ours and the Disruptor, with which results have nothing to do.
      foreign |= !Own.is(root);
    }
  }

  /** Returns whether a library is used that is not Millrace. */
  boolean usesLibraries() {
    return foreign;
  }

  private void add(Root root) {
    if (root.kind() == Root.Kind.NESTED_JAR) {
      add(Artifact.ofFile(root.inside()), files.content(root));
    } else if (root.kind() == Root.Kind.JAR) {
      add(artifact(root), files.content(root));
    } else {
      add(new Artifact("", Own.name(root), ""), files.content(root));
    }
  }

  private void add(Artifact artifact, String content) {
    String value = artifact.version().isEmpty() ? content : artifact.version() + " " + content;
    String other = libraries.putIfAbsent(artifact.name(), value);
    if (other != null && !other.equals(value)) {
      libraries.put(artifact.name() + " " + value, value);
    }
  }

  /**
   * Returns the libraries by name, each with its version and content. A library is not read, so
   * nobody knows which others it calls: with one, all of them come.
   */
  Map<String, String> libraries() throws IOException {
    if (foreign) {
      for (Root each : files.all().all()) {
        if (!isApplication(each)) {
          add(each);
        }
      }
    }
    return libraries;
  }

  /** Returns a digest of all application code there is, or null if there may be more of it. */
  @Nullable String everything() throws IOException {
    foreign = true;
    Roots roots = files.all();
    if (!roots.complete()) {
      return null;
    }
    Tokens tokens = new Tokens();
    roots.all().stream()
        .filter(this::isApplication)
        .map(files::content)
        .sorted()
        .forEach(tokens::text);
    return tokens.digest();
  }

  private static Artifact artifact(Root jar) {
    try {
      return Jars.SHARED.read(jar.path()).artifact();
    } catch (IOException failed) {
      throw new UncheckedIOException("The jar " + jar + " cannot be read", failed);
    }
  }
}
