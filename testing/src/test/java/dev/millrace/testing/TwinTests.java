package dev.millrace.testing;

import dev.millrace.processor.MillraceProcessor;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compiles classes that ask for tests of twins, and runs what was written. */
final class TwinTests {
  private static final Path RESOURCES = Path.of("src", "test", "resources", "twins");

  private TwinTests() {}

  /** The compilers that tests are written under. */
  enum CompiledBy {
    JAVAC,
    ECJ;

    private JavaCompiler tool() {
      return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
    }

    private List<String> options() {
      return this == JAVAC
          ? List.of("-Xlint:all,-processing", "-Werror", "-Amillrace.twinTests=true")
          : List.of("-source", "17", "-target", "17", "-Amillrace.twinTests=true");
    }
  }

  /** Returns what was written for the sources of a folder. */
  static Written of(String folder, CompiledBy by) throws IOException {
    Path out = Files.createTempDirectory("twins");
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = by.tool();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(RESOURCES.resolve(folder))) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, ClassPath.ofThisJvm());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(out));
      List<Path> units = sources.filter(each -> each.toString().endsWith(".java")).toList();
      CompilationTask task =
          compiler.getTask(
              null, files, said, by.options(), null, files.getJavaFileObjectsFromPaths(units));
      task.setProcessors(List.of(new MillraceProcessor()));
      if (!task.call() || !said.getDiagnostics().isEmpty()) {
        throw new AssertionError(by + " said " + said.getDiagnostics());
      }
    }
    return new Written(out);
  }

  /** Returns what a test should look like; under javac it is written anew where that is asked. */
  static String golden(String text, CompiledBy by) throws IOException {
    Path expected = RESOURCES.resolve("golden/WordTwins_TwinTest.java");
    if ("update".equals(System.getProperty("millrace.golden")) && by == CompiledBy.JAVAC) {
      Files.writeString(expected, text);
    }
    return Files.readString(expected);
  }

  /** Tests, compiled. */
  record Written(Path folder) {

    /** Returns a class's source. */
    String source(String name) throws IOException {
      return Files.readString(folder.resolve(name.replace('.', '/') + ".java"));
    }

    /** Runs the tests of a class; returns what each failed with, or null. */
    Map<String, @Nullable Throwable> run(String name) throws Exception {
      Map<String, @Nullable Throwable> outcomes = new LinkedHashMap<>();
      URL[] classes = {folder.toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(classes, TwinTests.class.getClassLoader())) {
        Class<?> type = loader.loadClass(name);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        List<Method> tests = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
          if (method.isAnnotationPresent(Test.class)) {
            tests.add(method);
          }
        }
        for (Method test : tests) {
          test.setAccessible(true);
          try {
            test.invoke(constructor.newInstance());
            outcomes.put(test.getName(), null);
          } catch (InvocationTargetException failure) {
            outcomes.put(test.getName(), failure.getCause());
          }
        }
      }
      return outcomes;
    }
  }
}
