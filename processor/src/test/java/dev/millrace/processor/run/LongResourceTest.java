package dev.millrace.processor.run;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pipelines of so many steps that they are cut into segments: their resources are in the frame. */
final class LongResourceTest {
  private static final int NODES = 100;

  /** The first and the last nodes read resources, and one in the middle makes one. */
  @ParameterizedTest
  @EnumSource
  void segmentsShareWhatTheRunHolds(CompilerUnderTest compiler) throws Exception {
    String nodes =
        IntStream.range(1, NODES)
            .mapToObj(
                i ->
                    "@Node static int %s(int %s, Model %s, Model other) { return %s + other.one(); }"
                        .formatted(name(i), name(i - 1), i < 50 ? "left" : "right", name(i - 1)))
            .collect(joining("\n"));
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import dev.millrace.runtime.Resource;
                @Pipeline
                interface P {
                  StringBuilder DIARY = new StringBuilder();
                  @Stateful(scope = Scope.PER_WORKER, maxInstances = 1)
                  final class Model implements AutoCloseable {
                    private final String name;
                    Model(String name) {
                      this.name = name;
                      DIARY.append("+").append(name);
                    }
                    int one() {
                      return 1;
                    }
                    @Override
                    public void close() {
                      DIARY.append("-").append(name);
                    }
                  }
                  @Node static int %s(Model left) { return left.one(); }
                  %s
                  @Node static Resource<StringBuilder> built(int %s) {
                    return () -> new StringBuilder().append(%s);
                  }
                  @Node static String text(StringBuilder built, int %s) { return built + " "; }
                  static Object main() {
                    try (var pipeline = PPipeline.builder().build()) {
                      var inputs =
                          PPipeline.inputs()
                              .left(P_ModelResource.of("l"))
                              .other(new Model("mine"))
                              .right(P_ModelResource.of("r"));
                      DIARY.append(pipeline.%s(inputs)).append(pipeline.text(inputs));
                      DIARY.append(pipeline.run(inputs).text());
                    }
                    return DIARY.toString();
                  }
                }
                """
                    .formatted(name(0), nodes, name(50), name(50), name(NODES - 1), name(10)))
            .succeed();
    assertEquals("+mine+l11+r51 51 -r-l", built.call("t.P", "main"));
  }

  /** Names that are far apart, so that none looks like a slip for another. */
  private static String name(int i) {
    return "node" + String.valueOf(i).replaceAll(".", "$0$0$0");
  }
}
