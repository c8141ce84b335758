package dev.millrace.processor.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of sources with pipelines and scenarios that use them, compiled once a compiler; {@code
 * options.txt} has the options that it takes, one a line.
 */
public final class Program {
  private final String inPackage;
  private final String options;
  private final List<Folder> folders;
  private final Map<CompilerUnderTest, Built> built = new ConcurrentHashMap<>();

  private Program(String inPackage, Folder told, Folder... folders) {
    this.inPackage = inPackage;
    this.options = told.read("options.txt").orElse("");
    this.folders = List.of(folders);
  }

  /** Returns the program of a folder below {@code programs}; its package is the folder's name. */
  public static Program of(String name) {
    Folder folder = Folder.of("programs/" + name);
    return new Program(name, folder, folder);
  }

  /** Returns a golden's input with the scenarios of that package, which lie beside it. */
  public static Program ofGolden(String name, String inPackage) {
    Folder golden = Folder.of("golden/" + name);
    return new Program(inPackage, golden, golden.below("input"), golden.below("run"));
  }

  /** Calls a scenario, {@code Class.method}, in freshly loaded classes. */
  public Object run(CompilerUnderTest compiler, String scenario) throws Exception {
    String[] parts = scenario.split("\\.");
    return built(compiler).call(inPackage + "." + parts[0], parts[1]);
  }

  /** Returns what the compiler made of the program, without a warning. */
  public Built built(CompilerUnderTest compiler) {
    return built.computeIfAbsent(
        compiler,
        each ->
            Build.on(each)
                .source(
                    folders.stream()
                        .flatMap(folder -> folder.sources().values().stream())
                        .toArray(String[]::new))
                .with(options.lines().toArray(String[]::new))
                .succeed());
  }
}
