package dev.millrace.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler made of a build.
 *
 * @param reports what it said, in its order, but for notes
 * @param notes the notes among what it said
 * @param generated generated sources by qualified name; javac shows none of a build that failed
 * @param classes class files and what was written beside them, by path, {@code a/B.class}; likewise
 */
public record Built(
    boolean success,
    List<Report> reports,
    List<Report> notes,
    SortedMap<String, String> generated,
    Map<String, byte[]> classes) {

  /** Returns the reports that carry one of the processor's codes. */
  public List<Report> coded() {
    return reports.stream().filter(each -> each.text().startsWith("[")).toList();
  }

  /** Returns the text of a file that was written beside the classes. */
  public String resource(String path) {
    byte[] bytes = classes.get(path);
    if (bytes == null) {
      throw new AssertionError(path + " was not written; there are " + classes.keySet());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns the source that was generated under a qualified name. */
  public String source(String name) {
    String text = generated.get(name);
    if (text == null) {
      throw new AssertionError(name + " was not generated; there are " + generated.keySet());
    }
    return text;
  }

  /** Calls a static method of that many parameters, and returns or throws what it does. */
  public Object call(String type, String method, Object... arguments) throws Exception {
    Method found =
        Stream.of(loader().loadClass(type).getDeclaredMethods())
            .filter(each -> each.getName().equals(method) && !each.isSynthetic())
            .filter(each -> each.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(type + "." + method));
    found.setAccessible(true);
    try {
      return found.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Exception exception) {
        throw exception;
      }
      throw (Error) thrown.getCause();
    }
  }

  /** Returns a loader of the classes. */
  public ClassLoader loader() {
    return new Loader(classes);
  }

  /** Returns what was built together with the classes that were built before it. */
  public Built on(Built before) {
    Map<String, byte[]> all = new LinkedHashMap<>(before.classes);
    all.putAll(classes);
    return new Built(success, reports, notes, generated, all);
  }

  /** Writes the class files into a jar, and returns it. */
  public Path saveAsJar(Path jar) {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        out.putNextEntry(new JarEntry(each.getKey()));
        out.write(each.getValue());
        out.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return jar;
  }

  /** Writes the class files into a folder, and returns it. */
  public Path saveTo(Path folder) {
    try {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        Path file = folder.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return folder;
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Built.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    /** The class files can be read, as those of any loader. */
    @Override
    protected @Nullable URL findResource(String name) {
      byte[] bytes = classes.get(name);
      try {
        return bytes == null ? null : new URL(null, "built:/" + name, new Bytes(bytes));
      } catch (MalformedURLException failure) {
        throw new IllegalArgumentException(name, failure);
      }
    }
  }

  private static final class Bytes extends URLStreamHandler {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
