package dev.millrace.testing;

import dev.millrace.processor.MillraceProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What is to be compiled with Millrace's processor, by the JDK's own compiler. Immutable: each
 * method returns a compiler that has one thing more.
 *
 * <pre>
 *   try (Compilation compilation =
 *       MillraceCompiler.javac().withSource("a.b.Nodes", "package a.b; …").compile()) {
 *     compilation.assertError("TypeMismatch").in("Nodes").atLine(7);
 *   }
 * </pre>
 */
public final class MillraceCompiler {
  private static final Set<String> OWN =
      Set.of("-d", "-s", "-cp", "-classpath", "--class-path", "-processor", "-proc:none");

  private final Map<String, String> sources;
  private final List<String> options;
  private final List<Path> classPath;

  private MillraceCompiler(
      Map<String, String> sources, List<String> options, List<Path> classPath) {
    this.sources = sources;
    this.options = options;
    this.classPath = classPath;
  }

  /**
   * Returns a compiler without sources or options. Its class path is that of the running test:
   * {@code java.class.path}, and {@code jdk.module.path} where there is one.
   */
  public static MillraceCompiler javac() {
    return new MillraceCompiler(Map.of(), List.of(), ClassPath.ofThisJvm());
  }

  /**
   * Adds a source, or replaces the one of that name.
   *
   * @param name the qualified name of its type, {@code a.b.C}
   */
  public MillraceCompiler withSource(String name, String text) {
    Map<String, String> all = new LinkedHashMap<>(sources);
    all.put(name, text);
    return new MillraceCompiler(all, options, classPath);
  }

  /**
   * Adds every Java file below a folder, as it is now. A {@code module-info.java} is left out: what
   * is compiled stands on the class path.
   *
   * @throws IllegalArgumentException if there is none
   * @throws UncheckedIOException if one cannot be read
   */
  public MillraceCompiler withSources(Path folder) {
    Map<String, String> all = new LinkedHashMap<>(sources);
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(MillraceCompiler::isSource).sorted().toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException("there is no Java file below " + folder);
      }
      for (Path file : files) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        all.put(Compilation.name(path), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the sources in " + folder + " cannot be read", failure);
    }
    return new MillraceCompiler(all, options, classPath);
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("module-info.java");
  }

  /**
   * Adds options as they would stand on the command line: {@code "-Xlint:all"}, {@code "--release",
   * "17"}.
   *
   * @throws IllegalArgumentException if it is one of those that the compiler sets itself
   */
  public MillraceCompiler withOption(String... more) {
    List<String> all = new ArrayList<>(options);
    for (String option : more) {
      if (OWN.contains(option)) {
        throw new IllegalArgumentException(
            "the option " + option + " is set by MillraceCompiler; see withClassPath, or leave it");
      }
      all.add(option);
    }
    return new MillraceCompiler(sources, List.copyOf(all), classPath);
  }

  /** Replaces the class path; Millrace's own jars must be on it. */
  public MillraceCompiler withClassPath(Path... jarsAndFolders) {
    return new MillraceCompiler(sources, options, List.of(jarsAndFolders));
  }

  /** Adds to the class path. */
  public MillraceCompiler withMoreClassPath(Path... jarsAndFolders) {
    List<Path> all = new ArrayList<>(classPath);
    all.addAll(List.of(jarsAndFolders));
    return new MillraceCompiler(sources, options, List.copyOf(all));
  }

  /**
   * Compiles into a temporary folder, which {@link Compilation#close} deletes.
   *
   * @throws IllegalStateException if there are no sources, or the JVM has no compiler
   * @throws UncheckedIOException if the folder cannot be written
   */
  public Compilation compile() {
    if (sources.isEmpty()) {
      throw new IllegalStateException("there is nothing to compile; add sources with withSource");
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new IllegalStateException("this JVM has no compiler; run the tests on a JDK");
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    TemporaryFolder folder = TemporaryFolder.create();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder.classes()));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder.sources()));
      List<SourceText> units = new ArrayList<>();
      sources.forEach((name, text) -> units.add(new SourceText(name, text)));
      CompilationTask task = javac.getTask(null, files, said, options, null, units);
      task.setProcessors(List.of(new MillraceProcessor()));
      boolean succeeded = task.call();
      return Compilation.of(succeeded, said.getDiagnostics(), folder, classPath);
    } catch (IOException failure) {
      folder.delete();
      throw new UncheckedIOException(failure);
    } catch (RuntimeException | Error failure) {
      folder.delete();
      throw failure;
    }
  }
}
