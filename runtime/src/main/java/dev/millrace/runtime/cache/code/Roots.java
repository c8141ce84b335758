package dev.millrace.runtime.cache.code;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All roots a class loader and its parents take classes from, the platform's left out.
 *
 * @param all the class path, with what manifests add to it, and the module path
 * @param complete whether there can be no others: not so where a loader does not tell its roots
 */
record Roots(Set<Root> all, boolean complete) {

  static Roots of(ClassLoader loader) throws IOException {
    Set<Root> all = new LinkedHashSet<>();
    boolean complete = true;
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each == ClassLoader.getSystemClassLoader()) {
        ofTheSystem(all);
      } else if (each instanceof URLClassLoader telling) {
        for (URL url : telling.getURLs()) {
          add(url, all);
        }
      } else if (each != ClassLoader.getPlatformClassLoader()) {
        complete = false;
        ofManifests(each, all);
      }
    }
    return new Roots(Collections.unmodifiableSet(all), complete);
  }

  private static void ofTheSystem(Set<Root> all) throws IOException {
    String classPath = System.getProperty("java.class.path", "");
    for (String each : classPath.split(File.pathSeparator)) {
      if (!each.isEmpty()) {
        add(Path.of(each).toAbsolutePath().toUri().toURL(), all);
      }
    }
    for (var module : ModuleLayer.boot().configuration().modules()) {
      URI location = module.reference().location().orElse(null);
      if (location != null) {
        add(location.toURL(), all);
      }
    }
  }

  /** Nearly every jar has a manifest, and every loader finds files. */
  private static void ofManifests(ClassLoader loader, Collection<Root> all) throws IOException {
    String manifest = "META-INF/MANIFEST.MF";
    for (URL each : Collections.list(loader.getResources(manifest))) {
      Root root = Root.of(each, manifest);
      if (root.kind() != Root.Kind.PLATFORM) {
        all.add(root);
      }
    }
  }

  private static void add(URL url, Set<Root> all) throws IOException {
    Root root = Root.of(url, "");
    if (root.kind() == Root.Kind.PLATFORM) {
      return;
    }
    boolean onDisk = root.kind() == Root.Kind.JAR || root.kind() == Root.Kind.FOLDER;
    if (onDisk && !Files.exists(root.path())) {
      return;
    }
    if (all.add(root) && root.kind() == Root.Kind.JAR) {
      for (String each : Jars.SHARED.read(root.path()).classPath()) {
        try {
          add(new URL(url, each), all);
        } catch (MalformedURLException unknown) {
          // The class loader skips it as well.
          continue;
        }
      }
    }
  }

  /**
   * Returns a digest of all that a root holds, classes or not.
   *
   * @throws IOException if it cannot be read
   */
  static String content(Root root) throws IOException {
    return switch (root.kind()) {
      case FOLDER -> files(root.path());
      case MODULE ->
          files(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", root.place()));
      case JAR -> Jars.SHARED.read(root.path()).content();
      case NESTED_FOLDER -> Jars.SHARED.within(root.path(), root.inside() + "/");
      case NESTED_JAR -> Jars.SHARED.within(root.path(), root.inside());
      case PLATFORM -> "";
      case OTHER -> throw new IOException("nothing lists what is in " + root);
    };
  }

  private static String files(Path folder) throws IOException {
    Tokens tokens = new Tokens();
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path each : files) {
        tokens.text(folder.relativize(each).toString()).text(Jars.bytes(each));
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    return tokens.digest();
  }
}
