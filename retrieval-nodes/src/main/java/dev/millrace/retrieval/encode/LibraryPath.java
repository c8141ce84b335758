package dev.millrace.retrieval.encode;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folders in which the system's loader looks for a library. On Linux these are {@code
 * LD_LIBRARY_PATH}, what {@code /etc/ld.so.conf} names, and the system's own; on Windows {@code
 * PATH}. What another library of the process has loaded already is found without them.
 */
record LibraryPath(List<Path> folders, String variable, boolean onWindows) {
  private static final System.Logger LOG = System.getLogger(LibraryPath.class.getName());
  private static final List<String> SYSTEM =
      List.of(
          "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib");

  /** Returns the folders of this process. */
  static LibraryPath ofThisProcess() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return of(windows, System.getenv(), Path.of("/etc/ld.so.conf"), Path.of("/etc/ld.so.conf.d"));
  }

  static LibraryPath of(
      boolean windows, Map<String, String> environment, Path conf, Path confFolder) {
    String variable = windows ? "PATH" : "LD_LIBRARY_PATH";
    Set<Path> folders = new LinkedHashSet<>();
    for (String folder : environment.getOrDefault(variable, "").split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    if (!windows) {
      configured(conf, confFolder, folders);
      SYSTEM.forEach(folder -> folders.add(Path.of(folder)));
    }
    return new LibraryPath(List.copyOf(folders), variable, windows);
  }

  /** Adds what the loader's configuration names. Nothing depends on it but an error's words. */
  private static void configured(Path conf, Path confFolder, Set<Path> folders) {
    try {
      List<Path> files = new ArrayList<>();
      if (Files.isReadable(conf)) {
        files.add(conf);
      }
      if (Files.isDirectory(confFolder)) {
        try (DirectoryStream<Path> more = Files.newDirectoryStream(confFolder, "*.conf")) {
          more.forEach(files::add);
        }
      }
      for (Path file : files) {
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("/"))
            .forEach(line -> folders.add(Path.of(line)));
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.DEBUG, "the loader's configuration cannot be read", e);
    }
  }

  /** Returns whether a folder holds a file of this name. */
  boolean holds(String file) {
    return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
  }

  /** Returns the folders, as an error shows them. */
  String shown() {
    return String.join(", ", folders.stream().map(Path::toString).toList());
  }
}
