package dev.millrace.processor.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Runs a compiler in a folder of its own: Eclipse's cannot compile from memory. */
final class FolderHost {
  private FolderHost() {}

  static Built compile(JavaCompiler compiler, Build build) {
    try {
      Path folder = Files.createTempDirectory("millrace-build");
      try {
        return compile(compiler, build, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Built compile(JavaCompiler compiler, Build build, Path folder) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> each : build.sources().entrySet()) {
      Path file = in.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, each.getValue()));
    }
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    boolean success;
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, build.wholeClassPath());
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(sources));
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      CompilationTask task =
          compiler.getTask(
              new PrintWriter(Writer.nullWriter()),
              manager,
              collector,
              build.options(),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(build.processors().get());
      success = task.call();
    }
    List<Report> said = collector.getDiagnostics().stream().map(Report::of).toList();
    List<Report> reports = said.stream().filter(each -> each.kind() != Kind.NOTE).toList();
    List<Report> notes = said.stream().filter(each -> each.kind() == Kind.NOTE).toList();
    SortedMap<String, String> generated = new TreeMap<>();
    read(sources)
        .forEach(
            (path, bytes) ->
                generated.put(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'),
                    new String(bytes, StandardCharsets.UTF_8)));
    return new Built(success, reports, notes, generated, read(classes));
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.put(path, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
