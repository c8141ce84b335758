package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Folder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs of the node features once more: included in a pipeline that is cut into segments,
 * and taken from a jar whose class files have no names. Every scenario ends as it does otherwise.
 */
final class SameEverywhereTest {
  private static final List<String> PROGRAMS =
      List.of("splits", "defaults", "optionals", "streams", "waiting");
  private static final Pattern PIPELINE = Pattern.compile("(?m)^interface (\\w+) \\{");
  private static final Pattern SCENARIO = Pattern.compile("static Object (\\w+)\\(\\)");
  private static final int STEPS = 45;

  static Stream<Arguments> onEachCompiler() {
    return PROGRAMS.stream()
        .flatMap(
            program ->
                Stream.of(CompilerUnderTest.values())
                    .map(compiler -> Arguments.of(program, compiler)));
  }

  static Stream<Arguments> onEachPairOfCompilers() {
    return onEachCompiler()
        .flatMap(
            one ->
                Stream.of(CompilerUnderTest.values())
                    .map(library -> Arguments.of(one.get()[0], one.get()[1], library)));
  }

  @ParameterizedTest
  @MethodSource("onEachCompiler")
  void inAPipelineThatIsCutIntoSegments(String program, CompilerUnderTest compiler) {
    Map<String, String> sources = sources(program);
    String name = pipeline(sources);
    Built built =
        Build.on(compiler)
            .source(sources.values().toArray(String[]::new))
            .source(around(program, name, chain()), scenarios(program, name))
            .succeed();
    assertEquals(
        results(program, plain(program, compiler), "Scenarios"),
        results(program, built, "WrappedScenarios"));
  }

  @ParameterizedTest
  @MethodSource("onEachPairOfCompilers")
  void fromAJarWithoutNames(
      String program, CompilerUnderTest compiler, CompilerUnderTest library, @TempDir Path folder) {
    Map<String, String> sources = sources(program);
    String name = pipeline(sources);
    sources.remove("Scenarios.java");
    Built jar =
        Build.on(library)
            .options(
                library == CompilerUnderTest.ECJ
                    ? new String[] {"-source", "17", "-target", "17", "-g:none"}
                    : new String[] {"-g:none"})
            .source(sources.values().toArray(String[]::new))
            .succeed();
    Built built =
        Build.on(compiler)
            .against(jar.saveAsJar(folder.resolve("library.jar")))
            .source(around(program, name, ""), scenarios(program, name))
            .succeed();
    assertEquals(
        results(program, plain(program, compiler), "Scenarios"),
        results(program, built.on(jar), "WrappedScenarios"));
  }

  private static Map<String, String> sources(String program) {
    return new TreeMap<>(Folder.of("programs/" + program).sources());
  }

  private static String pipeline(Map<String, String> sources) {
    for (String text : sources.values()) {
      Matcher found = PIPELINE.matcher(text);
      if (text.contains("\n@Pipeline") && found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("no pipeline in " + sources.keySet());
  }

  private static Built plain(String program, CompilerUnderTest compiler) {
    return Build.on(compiler).source(sources(program).values().toArray(String[]::new)).succeed();
  }

  /** A pipeline that includes another, and has these nodes. */
  private static String around(String program, String name, String nodes) {
    return """
    package %s;
    @dev.millrace.Pipeline(%s.class)
    interface Wrapped%s {
      %s
    }
    """
        .formatted(program, name, name, nodes);
  }

  private static String chain() {
    return IntStream.range(1, STEPS)
        .mapToObj(
            i ->
                "@dev.millrace.Node static int step%d(int step%d) { return step%d; }\n"
                    .formatted(i, i - 1, i - 1))
        .collect(
            Collectors.joining("", "@dev.millrace.Node static int step0() { return 0; }\n", ""));
  }

  private static String scenarios(String program, String name) {
    return sources(program)
        .get("Scenarios.java")
        .replace(name + "Pipeline", "Wrapped" + name + "Pipeline")
        .replace("Scenarios", "WrappedScenarios");
  }

  /** What each scenario returns or throws, but for the plan, which is another. */
  private static Map<String, String> results(String program, Built built, String scenarios) {
    Map<String, String> results = new TreeMap<>();
    SCENARIO
        .matcher(sources(program).get("Scenarios.java"))
        .results()
        .map(scenario -> scenario.group(1))
        .filter(scenario -> !scenario.equals("plan"))
        .forEach(
            scenario -> results.put(scenario, result(built, program + "." + scenarios, scenario)));
    assertFalse(results.isEmpty());
    return results;
  }

  private static String result(Built built, String type, String scenario) {
    try {
      return String.valueOf(built.call(type, scenario)).replace("Wrapped", "");
    } catch (Exception thrown) {
      return (thrown + " " + Arrays.toString(thrown.getSuppressed())).replace("Wrapped", "");
    }
  }
}
