package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.ledger.Ledger;
import dev.millrace.runtime.cache.pack.PackStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is given to users, in a JVM with nothing else on the class path. */
@Timeout(300)
final class MillracePackaged {
  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("millrace.jar")));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    int code = builder.start().waitFor();
    return new Ended(code, Files.readString(out), Files.readString(err));
  }

  @Test
  void helpsAndSaysItsVersion() throws Exception {
    Ended helped = run("--help");
    assertEquals(0, helped.code(), helped.err());
    assertEquals("", helped.err());
    assertTrue(helped.out().startsWith("Usage: millrace "), helped.out());
    assertTrue(run("--version").out().startsWith("millrace 0."));
  }

  @Test
  void sumsUpACacheWithItsLedgerAndSaysNothingElse() throws Exception {
    Path cache = folder.resolve("cache");
    Signature key = new Signature(1, 2);
    ByteBuffer bytes = ByteBuffer.wrap("bytes".getBytes(StandardCharsets.UTF_8));
    try (PackStore store = new PackStore(cache);
        Ledger ledger = Ledger.sqlite(cache.resolve(Ledger.FILE))) {
      store.put(List.of(new Blob(key, bytes)));
      var now = Invocation.NOW;
      ledger.stored(List.of(new Entry(key, "encoding", now, 1, 5, now, List.of())));
    }
    Ended summed = run("cache", "stats", "--json", "--cache", cache.toString());
    assertEquals("", summed.err(), "nor does the JVM");
    assertEquals(0, summed.code());
    var node = new ObjectMapper().readTree(summed.out()).get("nodes").get(0);
    assertEquals("encoding", node.get("node").asText(), "SQLite's library was loaded");
    assertEquals(1, node.get("results").asInt());
    assertEquals(0, run("cache", "stats", "--cache", cache.toString()).code());
  }

  @Test
  void exitsWithTwoWhereItCannotBeDone() throws Exception {
    Ended refused = run("cache", "stats", "--cache", folder.resolve("nowhere").toString());
    assertEquals(2, refused.code());
    assertEquals("", refused.out());
    assertTrue(refused.err().startsWith("millrace: there is no folder "), refused.err());
  }
}
