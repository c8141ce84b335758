package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are expected, to the letter; {@code -Dmillrace.golden=update} writes them, and the
 * difference is to be read.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Compares a text with the file of that name. */
  public static void check(String name, String text) throws IOException {
    String unix = text.replace(System.lineSeparator(), "\n");
    if ("update".equals(System.getProperty("millrace.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file(name), unix);
    }
    assertEquals(read(name), unix);
  }

  /** Returns the text of that name. */
  public static String read(String name) throws IOException {
    return Files.readString(file(name));
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ".txt");
  }
}
