package dev.millrace.benchmarks.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of it without a GPU. */
class MainTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... args) throws Exception {
    return Main.run(List.of(args), new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private void assertSaid(String part) {
    String all = said.toString(StandardCharsets.UTF_8);
    assertTrue(all.contains(part), all);
  }

  @Test
  void measuresTheProcessorAndWritesTableAndFigures() throws Exception {
    Path texts = Files.writeString(folder.resolve("texts"), "a mill\n\nwater turns the wheel\n");
    Path json = folder.resolve("out/gpu.json");
    Path peer = Files.writeString(folder.resolve("peer"), "exit 3\n");
    int exit =
        run(
            "--device",
            "cpu",
            "--texts",
            texts.toString(),
            "--count",
            "5",
            "--rounds",
            "1",
            "--budgets",
            "64,256",
            "--json",
            json.toString(),
            "--python",
            "sh",
            "--peer",
            peer.toString());
    assertEquals(0, exit, said.toString(StandardCharsets.UTF_8));
    assertSaid("Millrace, cpu");
    assertSaid("PyTorch is left out: sh has none, or none for cpu");
    JsonNode rows = new ObjectMapper().readTree(json.toFile());
    assertEquals(3, rows.size());
    assertEquals(64, rows.get(0).get("budget").asInt());
    assertEquals(384 * 4, rows.get(0).get("bytesPerText").asInt());
    assertEquals("dense and tokens", rows.get(2).get("vectors").asText());
    assertTrue(rows.get(2).get("bytesPerText").asDouble() > 4 * 384 * 4);
    for (JsonNode row : rows) {
      assertEquals(1, row.get("leastCosine").asDouble(), 1e-5);
      assertTrue(row.get("textsPerSecond").asDouble() > 0);
    }
  }

  @Test
  void takesThePeersRowsAsTheyAre() throws Exception {
    Path json = folder.resolve("gpu.json");
    Path peer =
        Files.writeString(
            folder.resolve("peer"),
            """
            test -s "$1" || exit 1
            echo '[{"way": "PyTorch of a test", "vectors": "dense", "budget": 64, "texts": 2,' > "$2"
            echo '"textsPerSecond": 1.5, "tokensPerSecond": 9, "bytesPerText": 1536,' >> "$2"
            echo '"leastCosine": "NaN"}]' >> "$2"
            """);
    int exit =
        run(
            "--device",
            "cpu",
            "--count",
            "2",
            "--rounds",
            "1",
            "--budgets",
            "64",
            "--json",
            json.toString(),
            "--python",
            "sh",
            "--peer",
            peer.toString());
    assertEquals(0, exit, said.toString(StandardCharsets.UTF_8));
    assertSaid("PyTorch of a test");
    assertEquals(3, new ObjectMapper().readTree(json.toFile()).size());
  }

  @Test
  void saysWhatItDoesNotKnow() throws Exception {
    assertEquals(2, run("--gpu", "0"));
    assertSaid("unknown option --gpu");
    assertEquals(2, run("--device"));
    assertSaid("--device lacks its value");
    assertEquals(2, run("--device", "tpu"));
    assertSaid("--device is cpu, cuda or cuda:N, not tpu");
    assertEquals(2, run("--count", "0"));
    assertSaid("--count takes numbers from 1 up, not 0");
  }

  @Test
  void saysWhyThereIsNoGpu() throws Exception {
    String provider = "/ai/onnxruntime/native/linux-x64/libonnxruntime_providers_cuda.so";
    assumeTrue(MainTest.class.getResource(provider) == null, "there may be one");
    assertEquals(1, run("--device", "cuda", "--count", "1"));
    assertSaid("onnxruntime_gpu");
  }
}
