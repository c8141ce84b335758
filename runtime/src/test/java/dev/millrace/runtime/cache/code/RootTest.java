package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.runtime.cache.code.Root.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What addresses say of where a class lies. */
final class RootTest {
  private static final String ENTRY = "a/B.class";

  @ParameterizedTest
  @CsvSource({
    "file:/app/target/classes/a/B.class,                          FOLDER,        file:/app/target/classes/, ''",
    "jar:file:/lib/tools-1.0.jar!/a/B.class,                       JAR,           file:/lib/tools-1.0.jar, ''",
    "jar:file:/lib/tools.jar!/META-INF/versions/17/a/B.class,      JAR,           file:/lib/tools.jar, ''",
    "jar:file:/lib/tools.jar!/a/B.class#runtime,                   JAR,           file:/lib/tools.jar, ''",
    "jar:nested:/app.jar/!BOOT-INF/classes/!/a/B.class,            NESTED_FOLDER, file:/app.jar, BOOT-INF/classes",
    "jar:nested:/app.jar/!BOOT-INF/lib/tools-1.0.jar!/a/B.class,   NESTED_JAR,    file:/app.jar, BOOT-INF/lib/tools-1.0.jar",
    "jar:file:/app.jar!/BOOT-INF/classes!/a/B.class,               NESTED_FOLDER, file:/app.jar, BOOT-INF/classes",
    "jar:file:/app.jar!/BOOT-INF/classes/a/B.class,                NESTED_FOLDER, file:/app.jar, BOOT-INF/classes",
    "jar:file:/app.jar!/BOOT-INF/lib/tools-1.0.jar!/a/B.class,     NESTED_JAR,    file:/app.jar, BOOT-INF/lib/tools-1.0.jar",
    "jar:file:/app.war!/WEB-INF/classes!/a/B.class,                NESTED_FOLDER, file:/app.war, WEB-INF/classes",
    "jar:nested:/app.jar/!BOOT-INF/lib/t.jar!/META-INF/versions/9/a/B.class, NESTED_JAR, file:/app.jar, BOOT-INF/lib/t.jar",
    "jrt:/java.base/a/B.class,                                     PLATFORM,      jdk, ''",
    "jrt:/jdk.jfr/a/B.class,                                       PLATFORM,      jdk, ''",
    "jrt:/com.example.app/a/B.class,                               MODULE,        com.example.app, ''",
    "vfs:/content/app.jar/a/B.class,                               OTHER,         vfs:/content/app.jar/, ''",
  })
  void anAddressOfAClassSaysWhereItLies(String address, Kind kind, String place, String inside)
      throws IOException {
    assertEquals(new Root(kind, place, inside), Root.of(url(address), ENTRY));
  }

  @ParameterizedTest
  @CsvSource({
    "file:/app/target/classes/,                        FOLDER,        file:/app/target/classes/, ''",
    "file:/lib/tools-1.0.jar,                           JAR,           file:/lib/tools-1.0.jar, ''",
    "jar:file:/lib/tools-1.0.jar!/,                     JAR,           file:/lib/tools-1.0.jar, ''",
    "jar:nested:/app.jar/!BOOT-INF/classes/!/,          NESTED_FOLDER, file:/app.jar, BOOT-INF/classes",
    "jar:nested:/app.jar/!BOOT-INF/lib/tools-1.0.jar!/, NESTED_JAR,    file:/app.jar, BOOT-INF/lib/tools-1.0.jar",
    "jar:file:/app.jar!/BOOT-INF/classes!/,             NESTED_FOLDER, file:/app.jar, BOOT-INF/classes",
    "jrt:/java.base,                                    PLATFORM,      jdk, ''",
  })
  void anEntryOfAClassPathIsTheSameRoot(String address, Kind kind, String place, String inside)
      throws IOException {
    assertEquals(new Root(kind, place, inside), Root.of(url(address), ""));
  }

  @Test
  void theFileOfARootIsFoundAlsoWithSpacesInItsName() throws IOException {
    Path file = Path.of("/some where/tools.jar").toAbsolutePath();
    assertEquals(file, Root.of(file.toUri().toURL(), "").path());
    assertEquals(file, Root.of(url("jar:nested:" + file + "/!BOOT-INF/classes/!/"), "").path());
  }

  /** An address of a protocol that only its class loader can open. */
  private static URL url(String address) throws IOException {
    return new URL(
        null,
        address,
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("nobody opens it");
          }

          @Override
          protected void parseURL(URL url, String spec, int start, int limit) {
            String file = spec.replaceFirst("#.*$", "");
            String ref = spec.contains("#") ? spec.replaceFirst("^.*#", "") : null;
            setURL(
                url,
                url.getProtocol(),
                "",
                -1,
                null,
                null,
                file.substring(url.getProtocol().length() + 1),
                null,
                ref);
          }
        });
  }
}
