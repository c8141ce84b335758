package dev.millrace.processor.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A folder of sources with pipelines and scenarios that use them, compiled once a compiler. */
public final class Program {
  private final String name;
  private final Map<CompilerUnderTest, Built> built = new ConcurrentHashMap<>();

  private Program(String name) {
    this.name = name;
  }

  /** Returns the program of a folder below {@code programs}; its package is the folder's name. */
  public static Program of(String name) {
    return new Program(name);
  }

  /** Calls a scenario, {@code Class.method}, in freshly loaded classes. */
  public Object run(CompilerUnderTest compiler, String scenario) throws Exception {
    String[] parts = scenario.split("\\.");
    return built(compiler).call(name + "." + parts[0], parts[1]);
  }

  /** Returns what the compiler made of the program, without a warning. */
  public Built built(CompilerUnderTest compiler) {
    return built.computeIfAbsent(
        compiler,
        each ->
            Build.on(each)
                .source(Folder.of("programs/" + name).sources().values().toArray(String[]::new))
                .succeed());
  }
}
