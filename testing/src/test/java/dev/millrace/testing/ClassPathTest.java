package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  @TempDir Path folder;

  @Test
  void hasTheTestsOwnClasses() throws URISyntaxException {
    Path own = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    assertTrue(ClassPath.ofThisJvm().contains(own), () -> ClassPath.ofThisJvm().toString());
  }

  @Test
  void looksIntoFoldersOfModules() throws IOException {
    Path jar = Files.createFile(folder.resolve("a.jar"));
    assertEquals(List.of(jar), ClassPath.modules(jar));
    assertEquals(List.of(folder, jar), ClassPath.modules(folder));
    Files.createFile(folder.resolve("module-info.class"));
    assertEquals(List.of(folder), ClassPath.modules(folder));
  }
}
