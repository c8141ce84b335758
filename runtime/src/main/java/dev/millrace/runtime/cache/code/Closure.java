package dev.millrace.runtime.cache.code;

import dev.millrace.runtime.cache.code.Key.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/**
 * All that a few parts of code reach, in the order in which they reach it: first to last within a
 * part, and breadth first. Each part is numbered when it is first met, and a reference is written
 * as that number. So names that compilers count out never enter, cycles need no care, and two
 * closures with equal tokens are the same graph.
 */
final class Closure {
  /** Changes when equal code is to have another hash than before. */
  private static final int FORMAT = 1;

  /** Stands between where one reference leads and where the next does. */
  private static final int NEXT = -1;

  private final ClassFiles files;
  private final Scope scope;
  private final Hierarchy hierarchy;
  private final Map<Key, Integer> numbers = new LinkedHashMap<>();
  private final Deque<Key> waiting = new ArrayDeque<>();
  private final Shown shown = new Shown();
  private final Labels labels;
  private final Map<String, String> parts = new TreeMap<>();
  private final Set<String> unreadable = new LinkedHashSet<>();
  private final Tokens all = new Tokens();

  // Of the part that is being written:
  private Key part = Key.type(Kind.EVERYTHING, "");
  private Tokens own = new Tokens();
  private Tokens place = new Tokens();

  Closure(ClassFiles files, Root entry) {
    this.files = files;
    this.scope = new Scope(files, entry);
    this.hierarchy = new Hierarchy(files, scope);
    this.labels = new Labels(hierarchy, shown);
  }

  /** Returns the account of what a node's method reaches. */
  CodeAccount ofMethod(Key method) {
    begin(method.owner() + "." + method.name() + method.descriptor());
    if (!scope.isApplication(method.owner())) {
      scope.use(method.owner());
      return account();
    }
    number(method);
    ClassFile.Method declared = hierarchy.method(method);
    if (declared != null) {
      // Values of these types come from others, and what they bring with them is run as well.
      Types.ofDeclaration(declared.signature()).forEach(each -> entry(Kind.SCHEMA, each));
      if (!declared.is(Opcodes.ACC_STATIC)) {
        entry(Kind.SCHEMA, method.owner());
      }
    } else if (files.file(method.owner()) instanceof ClassFiles.Found.File) {
      throw new IllegalArgumentException(
          "The class "
              + method.owner().replace('/', '.')
              + " has no method "
              + method.name()
              + method.descriptor()
              + ": name one that it declares itself.");
    }
    return account();
  }

  /** Returns the account of a class, all of it. */
  CodeAccount ofClass(String name) {
    begin(name);
    entry(Kind.WHOLE, name);
    return account();
  }

  private void begin(String what) {
    all.number(FORMAT).number(Runtime.version().feature()).text(what);
  }

  private void entry(Kind kind, String name) {
    if (scope.isApplication(name)) {
      number(Key.type(kind, name));
    } else {
      scope.use(name);
    }
  }

  private CodeAccount account() {
    try {
      drain();
      while (scope.usesLibraries() && handedOut()) {
        drain();
      }
      Map<String, String> libraries = new TreeMap<>(scope.libraries());
      all.number(numbers.size()).number(libraries.size());
      libraries.forEach((name, content) -> all.text(name).text(content));
      libraries.put("JDK", String.valueOf(Runtime.version().feature()));
      unreadable.addAll(hierarchy.faults());
      return new CodeAccount(
          all.digest(),
          new TreeMap<>(parts),
          new TreeMap<>(libraries),
          new TreeSet<>(hierarchy.open()),
          List.copyOf(unreadable));
    } catch (IOException failed) {
      throw new UncheckedIOException("The class path cannot be read", failed);
    }
  }

  private void drain() throws IOException {
    while (!waiting.isEmpty()) {
      part = waiting.remove();
      own = new Tokens();
      place = new Tokens();
      own.text(part.kind().name());
      write();
      parts.put(shown.name(part), own.digest());
      all.bytes(own.toBytes()).bytes(place.toBytes());
    }
  }

  /**
   * Adds all of each class whose objects a library may be given, for it may look into them as
   * {@code mapper.writeValueAsString(passage)} does. Returns whether there was any.
   */
  private boolean handedOut() {
    for (Key each : List.copyOf(numbers.keySet())) {
      if (each.kind() == Kind.INSTANCE || each.kind() == Kind.SCHEMA) {
        number(Key.type(Kind.WHOLE, each.owner()));
      }
    }
    return !waiting.isEmpty();
  }

  private void write() throws IOException {
    switch (part.kind()) {
      case METHOD -> method();
      case INSTANCE -> instance();
      case WHOLE -> whole();
      case SCHEMA -> schema();
      case CONSTANT -> constant();
      case RESOURCE -> resource();
      case EVERYTHING -> everything();
    }
  }

  private void method() {
    ClassFile.Method method = hierarchy.method(part);
    if (method == null) {
      return;
    }
    type(part.owner());
    own.text(method.nameless() ? "" : part.name());
    descriptor(part.descriptor());
    own.bytes(method.body().tokens());
    method.body().refs().forEach(this::follow);
  }

  private void follow(Ref ref) {
    own.text(ref.getClass().getSimpleName());
    place.number(NEXT);
    if (ref instanceof Ref.Shape shape) {
      descriptor(shape.descriptor());
    } else if (ref instanceof Ref.Literal literal) {
      named(Kind.WHOLE, literal.name());
    } else if (ref instanceof Ref.Instance instance) {
      named(Kind.INSTANCE, instance.name());
    } else if (ref instanceof Ref.Field field) {
      field(field);
    } else if (ref instanceof Ref.Call call) {
      call(call);
    } else if (ref instanceof Ref.Resource resource) {
      own.text(resource.path());
      to(Key.type(Kind.RESOURCE, resource.path()));
    } else if (ref instanceof Ref.Anything anything) {
      anything(anything.how());
    } else if (ref instanceof Ref.Unreadable hidden) {
      unreadable.add(
          shown.name(part) + " uses " + hidden.how() + ", which runs code of no class file");
    }
  }

  private void anything(String how) {
    Key everything = Key.type(Kind.EVERYTHING, "");
    shown.because(everything, shown.name(part) + " uses " + how);
    to(everything);
  }

  private void named(Kind kind, String name) {
    type(name);
    if (scope.isApplication(name)) {
      to(Key.type(kind, name));
    } else {
      scope.use(name);
    }
  }

  private void field(Ref.Field field) {
    type(field.owner());
    own.text(field.name());
    descriptor(field.descriptor());
    if (!scope.isApplication(field.owner())) {
      scope.use(field.owner());
      return;
    }
    ofEnum(field.owner());
    if (!field.isStatic()) {
      return;
    }
    List<String> foreign = new ArrayList<>();
    ClassFile declaring = hierarchy.declaringStatic(field.owner(), field.name(), foreign);
    if (declaring == null) {
      foreign.forEach(scope::use);
    } else if (declaring.constants().containsKey(field.name())) {
      to(new Key(Kind.CONSTANT, declaring.name(), field.name(), ""));
    } else {
      initialiser(declaring);
    }
  }

  private void initialiser(ClassFile type) {
    ClassFile.Method initialiser = type.methods().get("<clinit>()V");
    if (initialiser != null) {
      to(Key.method(initialiser));
    }
  }

  /** An enum's constants may come from anywhere: what they are is in its initialiser. */
  private void ofEnum(String name) {
    ClassFile file = hierarchy.read(name);
    if (file != null && file.is(Opcodes.ACC_ENUM)) {
      initialiser(file);
    }
  }

  private void call(Ref.Call call) {
    type(call.owner());
    if (call.owner().startsWith("[")) {
      own.text(call.name());
      descriptor(call.descriptor());
      return;
    }
    if (!scope.isApplication(call.owner())) {
      own.text(call.name());
      descriptor(call.descriptor());
      leave(call.owner(), call.name());
      return;
    }
    Hierarchy.Target target = hierarchy.target(call);
    boolean counted = !target.methods().isEmpty() && target.methods().get(0).nameless();
    own.text(counted ? "" : call.name());
    descriptor(call.descriptor());
    if (target.methods().isEmpty()) {
      target.foreign().forEach(each -> leave(each, call.name()));
    } else {
      target.foreign().forEach(scope::use);
    }
    ofEnum(call.owner());
    target.methods().forEach(each -> to(Key.method(each)));
  }

  /** Code of others is called, which may be the way to any other. */
  private void leave(String owner, String name) {
    scope.use(owner);
    Ref behind = Opaque.behind(owner, name);
    if (behind != null) {
      follow(behind);
    }
  }

  private void instance() {
    List<String> foreign = new ArrayList<>();
    List<ClassFile> types = hierarchy.supertypes(part.owner(), foreign);
    header(types);
    foreign.forEach(
        each -> {
          type(each);
          scope.use(each);
          Ref behind = Opaque.behind(each, "<init>");
          if (behind != null) {
            follow(behind);
          }
        });
    hierarchy.overriding(types, foreign).forEach(each -> to(Key.method(each)));
    if (foreign.stream().anyMatch(each -> files.root(each) != Root.PLATFORM)) {
      // A library reads them: new TypeReference<List<Passage>>() {}.
      for (ClassFile each : types) {
        for (String argument : Types.ofDeclaration(each.signature())) {
          if (!each.supers().contains(argument)) {
            named(Kind.WHOLE, argument);
          }
        }
      }
    }
  }

  /** Writes what a class is, and not what it does. */
  private void header(List<ClassFile> types) {
    own.number(types.size());
    for (ClassFile each : types) {
      type(each.name());
      own.number(each.access() & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD));
      types(each.supers());
      own.number(each.state().size());
      for (ClassFile.Member member : each.state()) {
        own.text(member.name());
        descriptor(member.signature());
      }
    }
  }

  private void whole() {
    ClassFile file = hierarchy.read(part.owner());
    if (file == null) {
      return;
    }
    // Names that nobody calls by, but whoever looks into the class may.
    own.bytes(file.annotations()).number(file.statics().size());
    file.statics().forEach(own::text);
    schemaOf(file, Kind.WHOLE);
    for (ClassFile.Method each : file.methods().values()) {
      boolean counted = each.is(Opcodes.ACC_SYNTHETIC) && !each.is(Opcodes.ACC_BRIDGE);
      if (!counted) {
        own.text(each.name());
        to(Key.method(each));
      }
    }
    file.constants().keySet().forEach(each -> to(new Key(Kind.CONSTANT, file.name(), each, "")));
  }

  private void schema() {
    ClassFile file = hierarchy.read(part.owner());
    if (file != null) {
      hierarchy.noteOpen(file);
      schemaOf(file, Kind.SCHEMA);
      if (file.is(Opcodes.ACC_ENUM)) {
        initialiser(file);
      }
    }
  }

  /** Goes to the class itself, and in the same way to what its values hold. */
  private void schemaOf(ClassFile file, Kind kind) {
    to(Key.type(Kind.INSTANCE, file.name()));
    for (ClassFile.Member each : file.state()) {
      Types.ofValue(each.signature()).forEach(type -> named(kind, type));
    }
    file.supers().forEach(each -> named(kind, each));
    file.permitted().forEach(each -> named(kind, each));
  }

  private void constant() {
    ClassFile file = hierarchy.read(part.owner());
    Object value = file == null ? null : file.constants().get(part.name());
    if (value != null) {
      type(part.owner());
      own.text(part.name());
      Constants.write(value, own);
    }
  }

  private void resource() throws IOException {
    URL url = files.loader().getResource(part.owner());
    own.text(part.owner());
    if (url == null) {
      own.text("absent");
    } else {
      own.bytes(ClassFiles.bytes(url));
    }
  }

  private void everything() throws IOException {
    String content = scope.everything();
    if (content != null) {
      own.text(content);
    } else {
      unreadable.add(shown.name(part) + ", and a class loader does not tell where its classes lie");
    }
  }

  private void types(Collection<String> names) {
    own.number(names.size());
    names.forEach(this::type);
  }

  private void type(String name) {
    labels.type(name, part, own, place);
  }

  private void descriptor(String descriptor) {
    labels.descriptor(descriptor, part, own, place);
  }

  private void to(Key key) {
    place.number(number(key));
  }

  private int number(Key key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, numbers.size());
    waiting.add(key);
    shown.derive(key, part, hierarchy.method(key));
    return numbers.size() - 1;
  }
}
