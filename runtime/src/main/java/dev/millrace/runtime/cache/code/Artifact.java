package dev.millrace.runtime.cache.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * What a library is called.
 *
 * @param group the Maven group, or empty
 * @param name the artifact, with its group where it has one
 * @param version empty if nothing says it
 */
record Artifact(String group, String name, String version) {
  private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d[\\w.+-]*)");

  /** Returns whether the version stands for one content for ever. */
  boolean released() {
    return !version.isEmpty() && !version.endsWith("-SNAPSHOT");
  }

  /** Returns what a jar says of itself, and else what its file's name says. */
  static Artifact of(JarFile jar, String file) throws IOException {
    List<? extends ZipEntry> poms =
        jar.stream()
            .filter(each -> each.getName().startsWith("META-INF/maven/"))
            .filter(each -> each.getName().endsWith("/pom.properties"))
            .toList();
    // Several are the parts of a shaded jar: none of them is its name.
    if (poms.size() == 1) {
      Properties pom = new Properties();
      try (InputStream in = jar.getInputStream(poms.get(0))) {
        pom.load(in);
      }
      String group = pom.getProperty("groupId", "");
      String name = pom.getProperty("artifactId", "");
      if (!name.isEmpty()) {
        return new Artifact(group, group + ":" + name, pom.getProperty("version", ""));
      }
    }
    Artifact named = ofFile(file);
    Manifest manifest = jar.getManifest();
    String version =
        manifest == null
            ? null
            : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version == null ? named : new Artifact("", named.name(), version);
  }

  /** Returns what a file's name says: {@code tools-1.2.jar} is the version 1.2 of tools. */
  static Artifact ofFile(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    Matcher versioned = VERSIONED.matcher(name);
    return versioned.matches()
        ? new Artifact("", versioned.group(1), versioned.group(2))
        : new Artifact("", name, "");
  }
}
