package dev.millrace.processor.testing;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;

/** Runs javac in memory. */
final class JavacHost {
  private JavacHost() {}

  static Built compile(Build build) {
    List<JavaFileObject> files = new ArrayList<>();
    build
        .sources()
        .forEach(
            (path, text) ->
                files.add(
                    JavaFileObjects.forSourceString(
                        path.substring(0, path.length() - ".java".length()).replace('/', '.'),
                        text)));
    Compilation compilation =
        Compiler.javac()
            .withClasspath(build.wholeClassPath().stream().map(Path::toFile).toList())
            .withOptions(build.options())
            .withProcessors(build.processors().get())
            .compile(files);
    List<Report> said = compilation.diagnostics().stream().map(Report::of).toList();
    List<Report> reports = said.stream().filter(each -> each.kind() != Kind.NOTE).toList();
    List<Report> notes = said.stream().filter(each -> each.kind() == Kind.NOTE).toList();
    SortedMap<String, String> generated = new TreeMap<>();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    if (compilation.status() == Compilation.Status.FAILURE) {
      return new Built(false, reports, notes, generated, classes);
    }
    for (JavaFileObject file : compilation.generatedFiles()) {
      String path = path(file);
      if (file.getKind() == JavaFileObject.Kind.SOURCE) {
        String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        generated.put(name, new String(bytes(file), StandardCharsets.UTF_8));
      } else {
        classes.put(path, bytes(file));
      }
    }
    return new Built(true, reports, notes, generated, classes);
  }

  /** Strips the location that stands before the path: {@code /CLASS_OUTPUT/a/B.class}. */
  private static String path(JavaFileObject file) {
    String path = file.toUri().getPath();
    return path.substring(path.indexOf('/', 1) + 1);
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
