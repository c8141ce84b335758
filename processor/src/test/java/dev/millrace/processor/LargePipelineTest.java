package dev.millrace.processor;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No generated method grows beyond what a class file can hold. */
final class LargePipelineTest {
  private static final int NODES = 1000;

  /** The worst for one method: every node has an input of its own, and needs the one before. */
  @ParameterizedTest
  @EnumSource
  void aThousandNodesWithAsManyInputsCompileAndRun(CompilerUnderTest compiler) throws Exception {
    String nodes =
        IntStream.range(1, NODES)
            .mapToObj(
                i ->
                    "@Node static int node%s(int node%s, int given%s) { return node%s + given%s; }"
                        .formatted(name(i), name(i - 1), name(i), name(i - 1), name(i)))
            .collect(joining("\n"));
    String given =
        IntStream.range(0, NODES)
            .mapToObj(
                i ->
                    (i % 50 == 0 ? ";\nvar inputs%d = inputs%d".formatted(i + 50, i) : "")
                        + ".given%s(1)".formatted(name(i)))
            .collect(joining());
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Node static int node%s(int given%s) { return given%s; }
                  %s
                  static Object main() {
                    var inputs0 = PPipeline.inputs()%s;
                    return PPipeline.builder().build().run(inputs%d).node%s();
                  }
                  static Object over() {
                    var inputs0 = PPipeline.inputs()%s;
                    var over = PPipeline.over(inputs%d).eachGiven%s(List.of(1, 7));
                    return PPipeline.builder().build().node%s(over).values();
                  }
                }
                """
                    .formatted(
                        name(0),
                        name(0),
                        name(0),
                        nodes,
                        given,
                        NODES,
                        name(NODES - 1),
                        given,
                        NODES,
                        name(NODES - 1),
                        name(NODES - 1)))
            .succeed();
    assertEquals(NODES, built.call("t.P", "main"));
    assertEquals(List.of(NODES, NODES + 6), built.call("t.P", "over"));
  }

  /** As many in a nested use, each for every item. */
  @ParameterizedTest
  @EnumSource
  void aThousandMappedNodesCompileAndRun(CompilerUnderTest compiler) throws Exception {
    String nodes =
        IntStream.range(1, NODES)
            .mapToObj(
                i ->
                    "@Node static int node%s(int node%s) { return node%s + 1; }"
                        .formatted(name(i), name(i - 1), name(i - 1)))
            .collect(joining("\n"));
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Nested(Inner.class)
                  List<Integer> sums(@Each("item") List<Integer> items);
                  final class Inner {
                    @Node static int node%s(int item) { return item; }
                    %s
                  }
                  static Object main() {
                    return PPipeline.builder().build().sums(PPipeline.inputs().items(List.of(1, 2)));
                  }
                }
                """
                    .formatted(name(0), nodes))
            .succeed();
    assertEquals(List.of(NODES, NODES + 1), built.call("t.P", "main"));
  }

  /** No two names are near each other. */
  private static String name(int i) {
    return String.valueOf(i).replaceAll(".", "$0$0$0");
  }
}
