package dev.millrace.benchmarks;

import dev.millrace.Node;
import dev.millrace.processor.MillraceProcessor;
import dev.millrace.runtime.spi.Slots;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * javac over a folder: {@code written} and {@code generated} are its sources, {@code out} is
 * emptied before each time.
 */
record Compilation(Path folder) {
  /** Which sources, and with what. */
  enum Way {
    /** The nodes and the pipeline as they were written, and no processor. */
    ALONE,
    /** With the processor. */
    PROCESSED,
    /** Without it, but with what it generates given as sources. */
    GENERATED
  }

  /** Writes the sources of a pipeline, and those that the processor makes of them. */
  static Compilation of(int nodes, Path folder) throws IOException {
    Compilation compilation = new Compilation(folder);
    for (Map.Entry<String, String> each : PipelineSources.of(nodes).entrySet()) {
      Path file = compilation.written().resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
    compilation.compile(Way.PROCESSED);
    Files.move(folder.resolve("sources"), compilation.generated());
    return compilation;
  }

  /**
   * Compiles once in a JVM of its own, and prints that JVM's CPU time in seconds.
   *
   * @param args the way, the folder
   */
  public static void main(String[] args) throws IOException {
    new Compilation(Path.of(args[1])).compile(Way.valueOf(args[0]));
    System.out.println(Cost.cpuSecondsSoFar());
  }

  /**
   * Returns what a compilation in a JVM of its own takes: its CPU time, and the clock around it.
   */
  Cost inNewJvm(Way way) throws IOException, InterruptedException {
    long since = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                way.name(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("javac failed: " + said);
    }
    return new Cost(Double.parseDouble(said.strip()), (System.nanoTime() - since) / 1e9);
  }

  /** Compiles here. */
  void compile(Way way) throws IOException {
    Path classes = empty("classes");
    Path sources = empty("sources");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(sources));
      List<Path> inputs = new ArrayList<>(javaFiles(written()));
      if (way == Way.GENERATED) {
        inputs.addAll(javaFiles(generated()));
      }
      boolean processed = way == Way.PROCESSED;
      CompilationTask task =
          javac.getTask(
              said,
              files,
              null,
              processed ? List.of("-parameters") : List.of("-parameters", "-proc:none"),
              null,
              files.getJavaFileObjectsFromPaths(inputs));
      if (processed) {
        task.setProcessors(List.of(new MillraceProcessor()));
      }
      if (!task.call()) {
        throw new IllegalStateException("javac failed: " + said);
      }
    }
  }

  /** Returns how long the sources are. */
  long linesWritten() throws IOException {
    return lines(written());
  }

  /** Returns how long those are that the processor made of them. */
  long linesGenerated() throws IOException {
    return lines(generated());
  }

  private static long lines(Path path) throws IOException {
    long lines = 0;
    for (Path file : javaFiles(path)) {
      lines += Files.readString(file).lines().count();
    }
    return lines;
  }

  private Path written() {
    return folder.resolve("written");
  }

  private Path generated() {
    return folder.resolve("generated");
  }

  private Path empty(String name) throws IOException {
    Path path = folder.resolve(name);
    delete(path);
    return Files.createDirectories(path);
  }

  /** Deletes what the compilation wrote, and its sources. */
  void delete() throws IOException {
    delete(folder);
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static List<Path> javaFiles(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** What a user compiles against: the annotations, the runtime, JSpecify. */
  private static List<Path> classPath() {
    return Stream.of(Node.class, Slots.class, NullMarked.class).map(Compilation::home).toList();
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
