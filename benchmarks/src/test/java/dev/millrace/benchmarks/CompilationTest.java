package dev.millrace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.benchmarks.Compilation.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompilationTest {
  @ParameterizedTest
  @ValueSource(ints = {50, 400})
  void aPipelineHasAsManyNodesAsItIsAskedFor(int nodes) {
    String all = String.join("\n", PipelineSources.of(nodes).values());
    assertEquals(nodes, Pattern.compile("@Node\\b").matcher(all).results().count());
    assertEquals(nodes * 3 / 25, Pattern.compile("@Batch\\b").matcher(all).results().count());
  }

  @Test
  void allWaysButTheFirstGiveAPipeline(@TempDir Path folder) throws Exception {
    Compilation compilation = Compilation.of(50, folder);
    Path pipeline = folder.resolve("classes/bench/BenchPipeline.class");
    compilation.compile(Way.ALONE);
    assertTrue(Files.notExists(pipeline));
    compilation.compile(Way.GENERATED);
    assertTrue(Files.exists(pipeline));
    Cost cost = compilation.inNewJvm(Way.PROCESSED);
    assertTrue(Files.exists(pipeline));
    assertTrue(cost.cpuSeconds() > 0);
  }
}
