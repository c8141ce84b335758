package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How libraries are named, and what stands for their content. */
final class JarsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;

  private static Jars jars(Instant now) {
    return new Jars(Clock.fixed(now, ZoneOffset.UTC));
  }

  private Path jar(String name, Map<String, String> entries) {
    return Layout.jar(folder.resolve(name), entries);
  }

  private static Map<String, String> pom(String group, String artifact, String version) {
    return Map.of(
        "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
        "groupId=%s\nartifactId=%s\nversion=%s\n".formatted(group, artifact, version));
  }

  @Test
  void mavensPropertiesNameALibrary() throws IOException {
    assertEquals(
        new Artifact("org.tools", "org.tools:tools", "1.2"),
        jars(NOW).read(jar("some.jar", pom("org.tools", "tools", "1.2"))).artifact());
  }

  @Test
  void theManifestsVersionNamesALibrary() throws IOException {
    assertEquals(
        new Artifact("", "tools", "1.3"),
        jars(NOW)
            .read(
                jar(
                    "tools.jar",
                    Map.of(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nImplementation-Version: 1.3\n")))
            .artifact());
  }

  @Test
  void theFilesNameNamesALibrary() throws IOException {
    assertEquals(
        new Artifact("", "tools-core", "1.2.3-rc1"),
        jars(NOW).read(jar("tools-core-1.2.3-rc1.jar", Map.of())).artifact());
    assertEquals(
        new Artifact("", "tools", ""), jars(NOW).read(jar("tools.jar", Map.of())).artifact());
  }

  @Test
  void thePartsOfAShadedJarDoNotNameIt() throws IOException {
    Map<String, String> both = new LinkedHashMap<>(pom("org.one", "one", "1.0"));
    both.putAll(pom("org.two", "two", "2.0"));
    assertEquals(
        new Artifact("", "all", "3.0"), jars(NOW).read(jar("all-3.0.jar", both)).artifact());
  }

  @Test
  void aReleaseIsTheSameHoweverItWasPacked() throws IOException {
    Path one = jar("tools-1.0.jar", Layout.entries("a/B.class", "b", "a/C.class", "c"));
    Path two =
        Layout.jar(
            Files.createDirectory(folder.resolve("other")).resolve("tools-1.0.jar"),
            Layout.entries(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\n",
                "a/C.class",
                "c",
                "a/B.class",
                "b"));
    assertEquals(jars(NOW).read(one).content(), jars(NOW).read(two).content());
  }

  @Test
  void aReleaseThatWasBuiltAgainIsAnother() throws IOException {
    String before = jars(NOW).read(jar("tools-1.0.jar", Map.of("a/B.class", "b"))).content();
    String after = jars(NOW).read(jar("tools-1.0.jar", Map.of("a/B.class", "c"))).content();
    assertNotEquals(before, after);
  }

  @Test
  void aSnapshotIsItsBytes() throws IOException {
    Path jar = jar("tools-1.0-SNAPSHOT.jar", Map.of("a/B.class", "b"));
    assertEquals(Jars.bytes(jar), jars(NOW).read(jar).content());
  }

  @Test
  void aJarIsReadOnceWhileItsTimeIsTheSame() throws IOException {
    Path jar = jar("tools.jar", Map.of("a/B.class", "b"));
    Files.setLastModifiedTime(jar, FileTime.from(NOW.minusSeconds(3)));
    Jars jars = jars(NOW);
    Jars.Jar first = jars.read(jar);
    assertSame(first, jars.read(jar));
    Files.setLastModifiedTime(jar, FileTime.from(NOW.minusSeconds(4)));
    assertNotSame(first, jars.read(jar));
  }

  @Test
  void aTimeWithinTwoSecondsIsNotTrusted() throws IOException {
    Path jar = jar("tools.jar", Map.of("a/B.class", "b"));
    FileTime time = FileTime.from(NOW.minusSeconds(1));
    Files.setLastModifiedTime(jar, time);
    Jars jars = jars(NOW);
    String first = jars.read(jar).content();
    jar("tools.jar", Map.of("a/B.class", "c"));
    Files.setLastModifiedTime(jar, time);
    assertNotEquals(first, jars.read(jar).content());
  }

  @Test
  void aTimeInTheFutureIsNotTrusted() throws IOException {
    Path jar = jar("tools.jar", Map.of("a/B.class", "b"));
    Files.setLastModifiedTime(jar, FileTime.from(NOW.plusSeconds(100)));
    Jars jars = jars(NOW);
    assertNotSame(jars.read(jar), jars.read(jar));
  }

  @Test
  void aManifestAddsToTheClassPath() throws IOException {
    Path jar =
        jar(
            "app.jar",
            Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: a.jar b/\n"));
    assertEquals(List.of("a.jar", "b/"), jars(NOW).read(jar).classPath());
  }
}
