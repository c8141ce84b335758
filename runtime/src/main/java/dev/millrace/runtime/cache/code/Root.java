package dev.millrace.runtime.cache.code;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/**
 * Where classes lie: one entry of a class path.
 *
 * @param kind what it is
 * @param place the folder or the outermost jar as a {@code file:} address; else the module's name
 *     or the address as it was
 * @param inside the folder or the jar in that jar ({@code BOOT-INF/classes}, {@code
 *     BOOT-INF/lib/tools.jar}), or empty
 */
record Root(Kind kind, String place, String inside) {

  enum Kind {
    /** A folder of class files. */
    FOLDER,
    /** A jar, all of it. */
    JAR,
    /** A folder within a jar. */
    NESTED_FOLDER,
    /** A jar within a jar. */
    NESTED_JAR,
    /** A module of a run-time image that is not the platform's. */
    MODULE,
    /** The platform. */
    PLATFORM,
    /** Nothing known: another class loader's way to say where a class is. */
    OTHER
  }

  static final Root PLATFORM = new Root(Kind.PLATFORM, "jdk", "");

  /**
   * Returns where a file was found.
   *
   * @param url the file's address
   * @param entry the file's name from the root: {@code a/B.class}, or empty for a root's own
   *     address
   */
  static Root of(URL url, String entry) {
    String address = url.toExternalForm();
    int fragment = address.indexOf('#');
    if (fragment >= 0) {
      address = address.substring(0, fragment);
    }
    if (address.startsWith("jrt:/")) {
      return module(address.substring("jrt:/".length()));
    }
    if (address.startsWith("jar:nested:")) {
      // Spring Boot since 3.2: jar:nested:/app.jar/!BOOT-INF/lib/tools.jar!/a/B.class
      return nested(address.substring("jar:nested:".length()), entry);
    }
    if (address.startsWith("jar:file:")) {
      return jar(address.substring("jar:".length()), entry);
    }
    if (address.startsWith("file:")) {
      String place = address.substring(0, address.length() - entry.length());
      return new Root(place.endsWith("/") ? Kind.FOLDER : Kind.JAR, place, "");
    }
    return new Root(Kind.OTHER, address.substring(0, address.length() - entry.length()), "");
  }

  private static Root module(String rest) {
    int end = rest.indexOf('/');
    String name = end < 0 ? rest : rest.substring(0, end);
    boolean platform = name.startsWith("java.") || name.startsWith("jdk.");
    return platform ? PLATFORM : new Root(Kind.MODULE, name, "");
  }

  private static Root nested(String rest, String entry) {
    int outerEnd = rest.indexOf("/!");
    if (outerEnd < 0) {
      return jar("file:" + rest, entry);
    }
    return within("file:" + rest.substring(0, outerEnd), rest.substring(outerEnd + 2), entry);
  }

  private static Root jar(String rest, String entry) {
    int outerEnd = rest.indexOf("!/");
    if (outerEnd < 0) {
      return new Root(Kind.JAR, rest, "");
    }
    return within(rest.substring(0, outerEnd), rest.substring(outerEnd + 2), entry);
  }

  private static Root within(String outer, String rest, String entry) {
    String inside = rest.endsWith(entry) ? rest.substring(0, rest.length() - entry.length()) : rest;
    while (inside.endsWith("/") || inside.endsWith("!")) {
      inside = inside.substring(0, inside.length() - 1);
    }
    int versions = inside.indexOf("META-INF/versions/");
    if (versions >= 0) {
      // Of a jar for several releases: the same jar, whichever release the class is for.
      inside = inside.substring(0, versions).replaceAll("[!/]+$", "");
    }
    if (inside.isEmpty()) {
      return new Root(Kind.JAR, outer, "");
    }
    return new Root(inside.endsWith(".jar") ? Kind.NESTED_JAR : Kind.NESTED_FOLDER, outer, inside);
  }

  /** Returns the folder or the outermost jar, of a root that has one. */
  Path path() {
    // Not every class loader writes a blank as addresses should.
    return Path.of(URI.create(place.replace(" ", "%20")));
  }

  @Override
  public String toString() {
    return inside.isEmpty() ? place : place + "!/" + inside;
  }
}
