package dev.millrace.runtime.cache.code;

import dev.millrace.runtime.cache.code.ClassFiles.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Which methods a call can end in, as far as application code says it. */
final class Hierarchy {
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of(
          "equals(Ljava/lang/Object;)Z",
          "hashCode()I",
          "toString()Ljava/lang/String;",
          "clone()Ljava/lang/Object;",
          "finalize()V");

  /** Supertypes of the platform whose methods nobody overrides but those of every object. */
  private static final Set<String> PLAIN =
      Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum", "java/io/Serializable");

  private final ClassFiles files;
  private final Scope scope;
  private final Set<String> faults = new LinkedHashSet<>();
  private final Set<String> open = new TreeSet<>();

  /**
   * What a call resolves to.
   *
   * @param methods where it can end; the first is the one declared, if it is application code
   * @param foreign the types that are not read and may declare or inherit it
   */
  record Target(List<ClassFile.Method> methods, Set<String> foreign) {}

  Hierarchy(ClassFiles files, Scope scope) {
    this.files = files;
    this.scope = scope;
  }

  /** Returns why classes could not be read. */
  Set<String> faults() {
    return faults;
  }

  /** Returns the types whose subclasses nobody can know from what was read. */
  Set<String> open() {
    return open;
  }

  /** Returns a class of the application, or null if it cannot be read, which is noted. */
  @Nullable ClassFile read(String name) {
    Found found = files.file(name);
    if (found instanceof Found.Fault fault) {
      faults.add(fault.why());
      return null;
    }
    return ((Found.File) found).file();
  }

  /** Returns the method that a part is, or null if it is none or cannot be read. */
  ClassFile.@Nullable Method method(Key part) {
    if (part.kind() != Key.Kind.METHOD) {
      return null;
    }
    ClassFile file = read(part.owner());
    return file == null ? null : file.methods().get(part.name() + part.descriptor());
  }

  /** Returns whether a class has a name that its compiler counted out. */
  boolean isNameless(String name) {
    return name.indexOf('$') >= 0
        && scope.isApplication(name)
        && files.file(name) instanceof Found.File found
        && found.file().nameless();
  }

  /** Returns what the source calls a nameless class, or nothing. */
  String simpleName(String nameless) {
    return files.file(nameless) instanceof Found.File found ? found.file().simpleName() : "";
  }

  /** Returns where a call to an application class can end. */
  Target target(Ref.Call call) {
    Target declared = declared(call.owner(), call.name() + call.descriptor());
    if (!call.dispatched() || declared.methods().isEmpty()) {
      return declared;
    }
    ClassFile.Method method = declared.methods().get(0);
    ClassFile owner = read(call.owner());
    if (owner == null || !method.virtual() || method.is(Opcodes.ACC_FINAL)) {
      return declared;
    }
    Map<String, ClassFile.Method> methods = new LinkedHashMap<>();
    methods.put(method.owner(), method);
    Set<String> foreign = new LinkedHashSet<>(declared.foreign());
    permitted(owner, method.name() + method.descriptor(), methods, foreign);
    return new Target(List.copyOf(methods.values()), foreign);
  }

  private void permitted(
      ClassFile type, String method, Map<String, ClassFile.Method> methods, Set<String> foreign) {
    noteOpen(type);
    for (String each : type.permitted()) {
      ClassFile permitted = read(each);
      if (permitted != null) {
        Target target = declared(each, method);
        target.methods().forEach(found -> methods.putIfAbsent(found.owner(), found));
        foreign.addAll(target.foreign());
        permitted(permitted, method, methods, foreign);
      }
    }
  }

  /** Notes a type of which there may be subclasses that nothing names. */
  void noteOpen(ClassFile type) {
    if (!type.is(Opcodes.ACC_FINAL | Opcodes.ACC_ENUM)
        && type.permitted().isEmpty()
        && !type.nameless()) {
      open.add(type.name().replace('/', '.'));
    }
  }

  private Target declared(String owner, String method) {
    Set<String> foreign = new LinkedHashSet<>();
    List<ClassFile> types = supertypes(owner, foreign);
    ClassFile.Method found = null;
    for (ClassFile each : types) {
      ClassFile.Method here = each.methods().get(method);
      if (here != null && (found == null || (found.is(Opcodes.ACC_ABSTRACT) && isBody(here)))) {
        found = here;
      }
    }
    return new Target(found == null ? List.of() : List.of(found), foreign);
  }

  private static boolean isBody(ClassFile.Method method) {
    return !method.is(Opcodes.ACC_ABSTRACT);
  }

  /**
   * Returns a class and its supertypes as far as they are application code: superclasses first, in
   * their order, then interfaces.
   *
   * @param foreign takes the supertypes that are not
   */
  List<ClassFile> supertypes(String name, Collection<String> foreign) {
    List<ClassFile> classes = new ArrayList<>();
    Deque<String> interfaces = new ArrayDeque<>();
    String next = name;
    while (next != null) {
      if (!scope.isApplication(next)) {
        foreign.add(next);
        break;
      }
      ClassFile file = read(next);
      if (file == null) {
        break;
      }
      classes.add(file);
      interfaces.addAll(file.interfaces());
      next = file.superName();
    }
    Set<String> seen = new LinkedHashSet<>();
    while (!interfaces.isEmpty()) {
      String each = interfaces.remove();
      if (!seen.add(each)) {
        continue;
      }
      if (!scope.isApplication(each)) {
        foreign.add(each);
        continue;
      }
      ClassFile file = read(each);
      if (file != null) {
        classes.add(file);
        interfaces.addAll(file.interfaces());
      }
    }
    return classes;
  }

  /**
   * Returns the methods that others can call on an instance without naming its class: those that
   * may override one of a supertype. Supertypes that are not read may have any method.
   */
  List<ClassFile.Method> overriding(List<ClassFile> types, Collection<String> foreign) {
    boolean any = !PLAIN.containsAll(foreign);
    List<ClassFile.Method> overriding = new ArrayList<>();
    for (ClassFile type : types) {
      type.methods()
          .forEach(
              (key, method) -> {
                if (method.virtual()
                    && (any || OF_EVERY_OBJECT.contains(key) || inAnother(types, type, key))) {
                  overriding.add(method);
                }
              });
    }
    return overriding;
  }

  private static boolean inAnother(List<ClassFile> types, ClassFile type, String method) {
    return types.stream().anyMatch(each -> each != type && each.methods().containsKey(method));
  }

  /** Returns the class whose static field a name means, or null if it is not application code. */
  @Nullable ClassFile declaringStatic(String owner, String field, Collection<String> foreign) {
    for (ClassFile each : supertypes(owner, foreign)) {
      if (each.constants().containsKey(field) || each.statics().contains(field)) {
        return each;
      }
    }
    return null;
  }
}
