package dev.millrace.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A folder of sources with pipelines and scenarios that use them, compiled once a compiler; {@code
 * options.txt} has the options that it takes, one a line.
 */
public final class Program {
  private final String inPackage;
  private final String options;
  private final List<String> texts;
  private final Map<CompilerUnderTest, Built> built = new ConcurrentHashMap<>();

  private Program(String inPackage, String options, List<String> texts) {
    this.inPackage = inPackage;
    this.options = options;
    this.texts = texts;
  }

  /** Returns the program of a folder below {@code programs}; its package is the folder's name. */
  public static Program of(String name) {
    Folder folder = Folder.of("programs/" + name);
    return new Program(name, options(folder), texts(folder));
  }

  /** Returns a golden's input with the scenarios of that package, which lie beside it. */
  public static Program ofGolden(String name, String inPackage) {
    Folder golden = Folder.of("golden/" + name);
    return new Program(
        inPackage, options(golden), texts(golden.below("input"), golden.below("run")));
  }

  private static String options(Folder folder) {
    return folder.read("options.txt").orElse("");
  }

  private static List<String> texts(Folder... folders) {
    List<String> texts = new ArrayList<>();
    for (Folder folder : folders) {
      texts.addAll(folder.sources().values());
    }
    return texts;
  }

  /** Returns the program as it is once somebody has changed a text, which stands there once. */
  public Program edited(String text, String other) {
    long places =
        texts.stream().mapToLong(each -> each.split(Pattern.quote(text), -1).length - 1).sum();
    if (places != 1) {
      throw new IllegalArgumentException(text + " stands there " + places + " times");
    }
    return new Program(
        inPackage, options, texts.stream().map(each -> each.replace(text, other)).toList());
  }

  /** Calls a scenario, {@code Class.method}, in freshly loaded classes. */
  public Object run(CompilerUnderTest compiler, String scenario, Object... arguments)
      throws Exception {
    String[] parts = scenario.split("\\.");
    return built(compiler).call(inPackage + "." + parts[0], parts[1], arguments);
  }

  /** Returns what the compiler made of the program, without a warning. */
  public Built built(CompilerUnderTest compiler) {
    return built.computeIfAbsent(
        compiler,
        each ->
            Build.on(each)
                .source(texts.toArray(String[]::new))
                .with(options.lines().toArray(String[]::new))
                .succeed());
  }
}
