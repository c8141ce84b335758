package dev.millrace.runtime.cache.code;

import dev.millrace.runtime.cache.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * What jars are and hold, remembered as long as path, size, time and file key are the same. A time
 * within two seconds of the reading is not trusted: the file could change again without another.
 */
final class Jars {
  /** The JVM's. */
  static final Jars SHARED = new Jars(Clock.systemUTC());

  private static final Duration DISTRUSTED = Duration.ofSeconds(2);

  private final Map<Stamp, Jar> known = new ConcurrentHashMap<>();
  private final Clock clock;

  Jars(Clock clock) {
    this.clock = clock;
  }

  /**
   * One jar.
   *
   * @param content a digest of the whole file, or of its table of contents if it is a release
   * @param classPath what its manifest adds to the class path
   */
  record Jar(Artifact artifact, String content, List<String> classPath) {}

  private record Stamp(Path path, long size, FileTime time, @Nullable Object key) {}

  /**
   * Returns what a jar is and holds.
   *
   * @throws IOException if it cannot be read or is no jar
   */
  Jar read(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    Stamp stamp =
        new Stamp(path, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    Jar jar = known.get(stamp);
    if (jar == null) {
      jar = open(path);
      Duration age = Duration.between(stamp.time().toInstant(), clock.instant());
      if (age.compareTo(DISTRUSTED) > 0) {
        known.put(stamp, jar);
      }
    }
    return jar;
  }

  private static Jar open(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      Artifact artifact = Artifact.of(jar, path.getFileName().toString());
      String added =
          jar.getManifest() == null
              ? null
              : jar.getManifest().getMainAttributes().getValue("Class-Path");
      return new Jar(
          artifact,
          artifact.released() ? tableOfContents(jar, "") : bytes(path),
          added == null ? List.of() : List.of(added.strip().split("\\s+")));
    }
  }

  /**
   * Returns what a jar within a jar, or a folder within it, holds.
   *
   * @throws IOException if the outer jar cannot be read
   */
  String within(Path outer, String inside) throws IOException {
    try (JarFile jar = new JarFile(outer.toFile(), false)) {
      return tableOfContents(jar, inside);
    }
  }

  /**
   * Returns a digest of names, sizes and checksums, which the end of the file lists. A release that
   * was built again under its old version differs in them, and not in when and how it was packed.
   */
  private static String tableOfContents(JarFile jar, String prefix) {
    Tokens tokens = new Tokens();
    jar.stream()
        .filter(each -> !each.isDirectory() && !describesThePacking(each.getName()))
        .filter(each -> each.getName().startsWith(prefix))
        .sorted(Comparator.comparing(ZipEntry::getName))
        .forEach(each -> tokens.text(each.getName()).number(each.getSize()).number(each.getCrc()));
    return tokens.digest();
  }

  private static boolean describesThePacking(String name) {
    return name.equals("META-INF/MANIFEST.MF")
        || name.equals("META-INF/INDEX.LIST")
        || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)")
        || name.matches("META-INF/maven/.*/pom\\.(properties|xml)");
  }

  /** Returns a file's SHA-256. */
  static String bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return bytes(in);
    }
  }

  static String bytes(InputStream in) throws IOException {
    MessageDigest digest = Sha256.make();
    try (DigestInputStream through = new DigestInputStream(in, digest)) {
      through.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
