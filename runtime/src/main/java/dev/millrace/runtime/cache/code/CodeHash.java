package dev.millrace.runtime.cache.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * Hashes of code: of a node's method and all that it calls, of a class whose objects are given.
 *
 * <p>Equal hashes mean equal behaviour as far as code decides it. The reverse does not hold:
 * another compiler, or code that cannot be followed, may give another hash to the same behaviour.
 *
 * <p>Class files are read when a hash is first asked for, and what was read is kept as long as the
 * class loader is. A cold one costs some milliseconds and then some tenths of one for each class
 * reached. Safe for use by several threads.
 */
public final class CodeHash {
  private static final Map<ClassLoader, Map<Root, CodeHash>> KNOWN = new WeakHashMap<>();

  private final ClassFiles files;
  private final Root entry;
  private final Map<String, CodeAccount> accounts = new HashMap<>();

  CodeHash(ClassFiles files, Root entry) {
    this.files = files;
    this.entry = entry;
  }

  /**
   * Returns the hashes of code as it is seen from a class of the application: its class loader
   * finds the class files, and the jar in which it lies is the application's.
   *
   * <p>They do not hold the class loader: ask them while the anchor is in use.
   *
   * @param anchor the pipeline's interface
   */
  public static CodeHash of(Class<?> anchor) {
    ClassLoader loader =
        Objects.requireNonNullElse(anchor.getClassLoader(), ClassLoader.getSystemClassLoader());
    synchronized (KNOWN) {
      Map<Root, CodeHash> ofLoader = KNOWN.computeIfAbsent(loader, ignored -> new HashMap<>());
      ClassFiles files =
          ofLoader.values().stream()
              .findFirst()
              .map(each -> each.files)
              .orElseGet(() -> new ClassFiles(loader, JvmStart.instant()));
      return ofLoader.computeIfAbsent(root(files, anchor), root -> new CodeHash(files, root));
    }
  }

  private static Root root(ClassFiles files, Class<?> anchor) {
    synchronized (files) {
      Root root = files.root(internal(anchor.getName()));
      return root == null ? new Root(Root.Kind.OTHER, anchor.getName(), "") : root;
    }
  }

  /**
   * Returns the account of a node's method: what it calls within the application, what values of
   * its parameter and result types bring with them, and the libraries it uses.
   *
   * @param owner the class that declares it, as {@link Class#getName()} writes it
   * @param name the method's name
   * @param descriptor its erased types, as class files write them: {@code (Ljava/lang/String;)I}
   * @throws IllegalArgumentException if the class declares no such method
   * @throws java.io.UncheckedIOException if a class file or jar cannot be read
   */
  public CodeAccount ofMethod(String owner, String name, String descriptor) {
    Key method = new Key(Key.Kind.METHOD, internal(owner), name, descriptor);
    return account(owner + "." + name + descriptor, closure -> closure.ofMethod(method));
  }

  /**
   * Returns the account of a class, all of it: for a resource's run-time class, and for those of
   * given objects whose declared type is {@linkplain CodeAccount#open open}.
   *
   * @throws java.io.UncheckedIOException if a class file or jar cannot be read
   */
  public CodeAccount ofClass(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    String name = element.isPrimitive() ? "java.lang.Object" : element.getName();
    return account(name, closure -> closure.ofClass(internal(name)));
  }

  private CodeAccount account(String what, Function<Closure, CodeAccount> asked) {
    synchronized (files) {
      CodeAccount known = accounts.get(what);
      if (known == null) {
        known = asked.apply(new Closure(files, entry));
        accounts.put(what, known);
      }
      return known;
    }
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }
}
