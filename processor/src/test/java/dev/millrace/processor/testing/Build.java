package dev.millrace.processor.testing;

import dev.millrace.Node;
import dev.millrace.processor.MillraceProcessor;
import dev.millrace.runtime.MillraceException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;

/**
 * What is to be compiled, and how. Immutable.
 *
 * @param sources texts by path, {@code a/B.java}
 * @param classPath what the sources are compiled against, besides Millrace itself
 * @param processors the processors; they may be asked for once a compilation
 */
public record Build(
    CompilerUnderTest compiler,
    Map<String, String> sources,
    List<Path> classPath,
    List<String> options,
    Supplier<List<Processor>> processors) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:\\w+ )*?(?:class|interface|record|enum|@interface) (\\w+)");

  /** Returns an empty build with the processor. */
  public static Build on(CompilerUnderTest compiler) {
    return new Build(
        compiler,
        Map.of(),
        List.of(),
        compiler.strictest(),
        () -> List.of(new MillraceProcessor()));
  }

  /** Returns the build with sources; each text's path is read from its package and first type. */
  public Build source(String... texts) {
    Map<String, String> all = new LinkedHashMap<>(sources);
    for (String text : texts) {
      all.put(path(text), text);
    }
    return new Build(compiler, all, classPath, options, processors);
  }

  /** Returns the build with one more folder or jar of classes. */
  public Build against(Path classes) {
    List<Path> all = new ArrayList<>(classPath);
    all.add(classes);
    return new Build(compiler, sources, all, options, processors);
  }

  /** Returns the build with other options than the strictest. */
  public Build options(String... others) {
    return new Build(compiler, sources, classPath, List.of(others), processors);
  }

  /** Returns the build with more options. */
  public Build with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Build(compiler, sources, classPath, all, processors);
  }

  /** Returns the build with the options under which a warning is no failure. */
  public Build lenient() {
    return new Build(
        compiler,
        sources,
        classPath,
        options.stream().filter(each -> !each.equals("-Werror")).toList(),
        processors);
  }

  /** Returns the build with other processors. */
  public Build processors(Supplier<List<Processor>> others) {
    return new Build(compiler, sources, classPath, options, others);
  }

  /** Compiles. */
  public Built run() {
    return compiler.compile(this);
  }

  /** Compiles what must be sound. */
  public Built succeed() {
    return sound(run());
  }

  /** Compiles what must be sound from and to files, in a folder that is another one each time. */
  public Built succeedInFolder() {
    return sound(compiler.compileInFolder(this));
  }

  /** Compiles from and to files, as {@link #succeedInFolder} does. */
  public Built runInFolder() {
    return compiler.compileInFolder(this);
  }

  private Built sound(Built built) {
    if (!built.success() || !built.reports().isEmpty()) {
      throw new AssertionError(compiler + " reported " + built.reports());
    }
    return built;
  }

  /** Returns the whole class path: Millrace, then what was added. */
  List<Path> wholeClassPath() {
    List<Path> all = new ArrayList<>();
    all.add(home(Node.class));
    all.add(home(MillraceException.class));
    all.add(home(org.jspecify.annotations.NullMarked.class));
    all.addAll(classPath);
    return all;
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String path(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in: " + text);
    }
    Matcher inPackage = PACKAGE.matcher(text);
    String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
    return folder + type.group(1) + ".java";
  }
}
