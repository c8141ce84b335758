package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Assumptions;

/** Who compiles the programs of the tests. */
enum Compiler {
  /** The one of the JDK that runs the tests. */
  JAVAC {
    @Override
    void run(List<String> arguments) {
      inProcess(ToolProvider.getSystemJavaCompiler(), with(NATIVE, arguments, "-proc:none"));
    }
  },

  /** Eclipse's. */
  ECJ {
    @Override
    void run(List<String> arguments) {
      inProcess(new EclipseCompiler(), with(OF_17, arguments, "-nowarn", "-proc:none"));
    }
  },

  /** That of another JDK, whose home is the system property {@code millrace.jdk}. */
  OTHER_JAVAC {
    @Override
    void run(List<String> arguments) {
      String home = System.getProperty("millrace.jdk", "");
      Assumptions.assumeFalse(
          home.isEmpty(), "no other JDK: give the home of one with -Dmillrace.jdk=HOME");
      List<String> command = new ArrayList<>();
      command.add(Path.of(home, "bin", "javac").toString());
      command.addAll(with(RELEASE, arguments, "-proc:none"));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVAC_OPTIONS"));
      try {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        assertEquals(0, process.exitValue(), said);
      } catch (IOException failed) {
        throw new AssertionError(failed);
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  };

  private static final List<String> RELEASE = List.of("--release", "17");

  /** Without the check of the platform's API, which takes time. */
  private static final List<String> OF_17 = List.of("-source", "17", "-target", "17");

  private static final Map<Class<?>, StandardJavaFileManager> MANAGERS = new HashMap<>();

  private static final List<String> NATIVE =
      Runtime.version().feature() == 17 ? List.of() : RELEASE;

  abstract void run(List<String> arguments);

  /** All for one release, so that compilers can be compared. */
  private static List<String> with(
      List<String> release, List<String> arguments, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(release);
    all.addAll(arguments);
    return all;
  }

  /** Not through the compiler's own {@code run}: Eclipse's ends the JVM. */
  static void inProcess(JavaCompiler compiler, List<String> arguments) {
    List<String> options = new ArrayList<>(arguments);
    options.removeIf(each -> each.endsWith(".java"));
    List<String> files = new ArrayList<>(arguments);
    files.removeAll(options);
    StringWriter said = new StringWriter();
    // One for all: it knows the platform's classes from before.
    StandardJavaFileManager manager =
        MANAGERS.computeIfAbsent(
            compiler.getClass(),
            ignored -> compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8));
    boolean compiled =
        compiler
            .getTask(
                said, manager, null, options, null, manager.getJavaFileObjectsFromStrings(files))
            .call();
    assertTrue(compiled, said::toString);
  }
}
