package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/**
 * Sources, each a file of package {@code app}. Nothing of it is changed: each edit is another
 * program.
 */
final class Program {
  private final Map<String, String> sources;

  private Program(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Returns the program whose files have these texts; each begins with its class's name. */
  static Program of(String... sources) {
    Map<String, String> named = new TreeMap<>();
    for (String each : sources) {
      String name = each.replaceFirst("(?s)^.*?(class|record|interface|enum) (\\w+).*$", "$2");
      named.put(name, "package app;\n" + each);
    }
    return new Program(named);
  }

  /** Returns this with a class more, or with another in its place. */
  Program with(String source) {
    Map<String, String> more = new TreeMap<>(sources);
    more.putAll(of(source).sources);
    return new Program(more);
  }

  /** Returns this without a class. */
  Program without(String name) {
    Map<String, String> fewer = new TreeMap<>(sources);
    assertNotEquals(null, fewer.remove(name), name);
    return new Program(fewer);
  }

  /** Returns this with one text of one file replaced, which must be there. */
  Program edit(String name, String from, String to) {
    String before = Objects.requireNonNull(sources.get(name), name);
    String after = before.replace(from, to);
    assertNotEquals(before, after, "an edit that changes nothing: " + from);
    Map<String, String> edited = new TreeMap<>(sources);
    edited.put(name, after);
    return new Program(edited);
  }

  /** Compiles all into one folder, and returns that. */
  Path compile(Path folder, Compiler compiler, String... options) {
    return compile(folder, compiler, List.of(), options);
  }

  /**
   * Compiles all into one folder.
   *
   * @param classPath what it needs
   */
  Path compile(Path folder, Compiler compiler, List<Path> classPath, String... options) {
    try {
      Path texts = Files.createTempDirectory(folder, "sources");
      Path classes = Files.createTempDirectory(folder, "classes");
      List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
      arguments.add("-cp");
      List<Path> needed = classPath.isEmpty() ? List.of(classes) : classPath;
      arguments.add(String.join(File.pathSeparator, needed.stream().map(Path::toString).toList()));
      arguments.addAll(Arrays.asList(options));
      for (Map.Entry<String, String> each : sources.entrySet()) {
        Path file = texts.resolve(each.getKey() + ".java");
        Files.writeString(file, each.getValue());
        arguments.add(file.toString());
      }
      compiler.run(arguments);
      return classes;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns the account of {@code app.Flow}'s only method of a name, from folders and jars. */
  static CodeAccount account(String method, Path... classPath) {
    try (URLClassLoader loader = loader(classPath)) {
      return account(loader, "app.Flow", method);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static CodeAccount account(ClassLoader loader, String owner, String method) {
    try {
      Class<?> flow = Class.forName(owner, false, loader);
      return CodeHash.of(flow).ofMethod(owner, method, descriptor(flow, method));
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    } finally {
      // A hash does not hold the loader.
      Reference.reachabilityFence(loader);
    }
  }

  private static String descriptor(Class<?> owner, String method) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .map(Type::getMethodDescriptor)
        .orElseThrow(() -> new AssertionError("no method " + method));
  }

  static URLClassLoader loader(Path... classPath) {
    URL[] urls =
        Arrays.stream(classPath)
            .map(
                each -> {
                  try {
                    return each.toUri().toURL();
                  } catch (MalformedURLException broken) {
                    throw new AssertionError(broken);
                  }
                })
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }
}
