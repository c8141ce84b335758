package dev.millrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler made of its sources. What is asserted of it fails with an {@link AssertionError}
 * that lists everything the compiler said.
 */
public final class Compilation implements AutoCloseable {
  private static final String JAVA = ".java";

  private final boolean succeeded;
  private final List<Finding> errors;
  private final List<Finding> warnings;
  private final SortedMap<String, String> generated;
  private final TemporaryFolder folder;
  private final List<Path> classPath;
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private boolean closed;

  private Compilation(
      boolean succeeded,
      List<Finding> errors,
      List<Finding> warnings,
      TemporaryFolder folder,
      List<Path> classPath) {
    this.succeeded = succeeded;
    this.errors = errors;
    this.warnings = warnings;
    this.generated = folder.generated();
    this.folder = folder;
    this.classPath = classPath;
  }

  static Compilation of(
      boolean succeeded,
      List<Diagnostic<? extends JavaFileObject>> said,
      TemporaryFolder folder,
      List<Path> classPath) {
    List<Finding> errors = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : said) {
      Finding finding = Finding.of(each, source(each.getSource(), folder.sources()));
      if (each.getKind() == Kind.ERROR) {
        errors.add(finding);
      } else if (each.getKind() == Kind.WARNING || each.getKind() == Kind.MANDATORY_WARNING) {
        warnings.add(finding);
      }
    }
    return new Compilation(
        succeeded, List.copyOf(errors), List.copyOf(warnings), folder, classPath);
  }

  private static String source(@Nullable JavaFileObject file, Path generated) {
    if (file == null) {
      return "";
    }
    URI place = file.toUri();
    if (SourceText.SCHEME.equals(place.getScheme())) {
      return name(place.getPath().substring(1));
    }
    Path path = Path.of(file.getName());
    Path below = path.startsWith(generated) ? generated.relativize(path) : path.getFileName();
    return name(below.toString().replace('\\', '/'));
  }

  /** Returns the name of what a path holds: {@code a.b.C} for {@code a/b/C.java}. */
  static String name(String path) {
    String bare = path.endsWith(JAVA) ? path.substring(0, path.length() - JAVA.length()) : path;
    return bare.replace('/', '.');
  }

  /** Returns whether it ended without an error. */
  public boolean succeeded() {
    return succeeded;
  }

  /** Returns the errors, Millrace's and the compiler's own, in its order. */
  public List<Finding> errors() {
    return errors;
  }

  /** Returns the warnings, Millrace's and the compiler's own, in its order. */
  public List<Finding> warnings() {
    return warnings;
  }

  /**
   * Returns the text of a generated source, which is there even where the compilation failed later.
   *
   * @param name its qualified name, {@code a.b.CPipeline}
   */
  public String generatedSource(String name) {
    return assertGenerated(name).text();
  }

  /** Asserts that it succeeded, with or without warnings. */
  public Compilation assertSucceeded() {
    if (!succeeded) {
      throw failure("the compilation failed");
    }
    return this;
  }

  /** Asserts that it succeeded and that there was nothing to warn of. */
  public Compilation assertSucceededWithoutWarnings() {
    assertSucceeded();
    if (!warnings.isEmpty()) {
      throw failure("the compilation succeeded with warnings");
    }
    return this;
  }

  /**
   * Asserts that there is an error with a code; more can be said of it.
   *
   * @param code Millrace's, {@code TypeMismatch}; empty for the compiler's own
   */
  public Findings assertError(String code) {
    return Findings.coded(this, "error", errors, code);
  }

  /**
   * Asserts that there is a warning with a code; more can be said of it.
   *
   * @param code Millrace's; empty for the compiler's own
   */
  public Findings assertWarning(String code) {
    return Findings.coded(this, "warning", warnings, code);
  }

  /**
   * Asserts that a source was generated; more can be said of it.
   *
   * @param name its qualified name, {@code a.b.CPipeline}
   */
  public GeneratedSource assertGenerated(String name) {
    String text = generated.get(name);
    if (text == null) {
      throw failure(
          name + " was not generated; what was: " + String.join(", ", generated.keySet()));
    }
    return new GeneratedSource(name, text);
  }

  /**
   * Returns a loader of the compiled classes. Classes that the test itself can see are the test's
   * own. It is of use until the compilation is closed.
   *
   * @throws IllegalStateException if the compilation was closed
   */
  public ClassLoader load() {
    assertSucceeded();
    if (closed) {
      throw new IllegalStateException("the compilation was closed, and its classes deleted");
    }
    URLClassLoader loader =
        new URLClassLoader(
            Stream.concat(Stream.of(folder.classes()), classPath.stream())
                .map(Compilation::url)
                .toArray(URL[]::new),
            Thread.currentThread().getContextClassLoader());
    loaders.add(loader);
    return loader;
  }

  /** Deletes the compiled classes. What was said and generated stays. */
  @Override
  public void close() {
    closed = true;
    try {
      for (URLClassLoader loader : loaders) {
        loader.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    folder.delete();
  }

  AssertionError failure(String what) {
    return new AssertionError(
        what + "\n" + listed("errors", errors) + listed("warnings", warnings));
  }

  private static String listed(String kind, List<Finding> findings) {
    return findings.isEmpty()
        ? "  " + kind + ": none\n"
        : findings.stream()
            .map(each -> "    " + each.toString().replace("\n", "\n      ") + "\n")
            .collect(Collectors.joining("", "  " + kind + ":\n", ""));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
