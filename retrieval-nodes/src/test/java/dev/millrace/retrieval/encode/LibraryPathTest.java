package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryPathTest {
  @TempDir Path folder;

  @Test
  void asksTheVariableThenTheConfigurationThenTheSystem() throws IOException {
    Path conf = Files.writeString(folder.resolve("ld.so.conf"), "include x\n/opt/first\n# no\n");
    Path more = Files.createDirectory(folder.resolve("d"));
    Files.writeString(more.resolve("cuda.conf"), " /opt/cuda/lib64 \n");
    Files.writeString(more.resolve("cuda.txt"), "/opt/never\n");
    Map<String, String> environment =
        Map.of("LD_LIBRARY_PATH", "/a" + File.pathSeparator + File.pathSeparator + "/b");
    LibraryPath path = LibraryPath.of(false, environment, conf, more);
    assertEquals(
        List.of("/a", "/b", "/opt/first", "/opt/cuda/lib64", "/lib/x86_64-linux-gnu"),
        path.folders().subList(0, 5).stream().map(Path::toString).toList());
    assertTrue(path.shown().startsWith("/a, /b, /opt/first"), path.shown());
  }

  @Test
  void doesWithoutAConfiguration() {
    Path none = folder.resolve("none");
    assertTrue(LibraryPath.of(false, Map.of(), none, none).shown().startsWith("/lib/x86_64"));
    assertEquals(List.of(), LibraryPath.of(true, Map.of(), none, none).folders());
  }

  @Test
  void findsAFileInAnyFolder() throws IOException {
    Files.createFile(folder.resolve("libcudart.so.12"));
    LibraryPath path = new LibraryPath(List.of(Path.of("/none"), folder), "X", false);
    assertTrue(path.holds("libcudart.so.12"));
    assertFalse(path.holds("libcudart.so.13"));
  }
}
