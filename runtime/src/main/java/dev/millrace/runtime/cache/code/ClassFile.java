package dev.millrace.runtime.cache.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * What counts of one class file.
 *
 * @param superName null for {@code java/lang/Object} and modules
 * @param signature the generic one, or empty
 * @param nameless whether its name was made up by the compiler, by counting
 * @param simpleName the part of such a name that is in the source: a local record's, which its text
 *     begins with; else empty
 * @param state the record's components in their order, or the instance fields by name
 * @param constants the values of static fields that need no initialiser, by name
 * @param statics the other static fields, without those that compilers add for their own use
 * @param methods by name and descriptor
 * @param annotations those that a program can read
 */
record ClassFile(
    String name,
    int access,
    @Nullable String superName,
    List<String> interfaces,
    List<String> permitted,
    String signature,
    boolean nameless,
    String simpleName,
    List<Member> state,
    Map<String, Object> constants,
    Set<String> statics,
    Map<String, Method> methods,
    byte[] annotations) {

  /** A field or a record's component; with its generic signature, or its descriptor. */
  record Member(String name, String signature) {}

  record Method(
      int access, String owner, String name, String descriptor, String signature, Body body) {
    boolean is(int flag) {
      return (access & flag) != 0;
    }

    /** Returns whether its name is nobody's business: made up by a compiler, or private. */
    boolean nameless() {
      if (name.startsWith("<") || is(Opcodes.ACC_NATIVE)) {
        return false;
      }
      return is(Opcodes.ACC_PRIVATE) || (is(Opcodes.ACC_SYNTHETIC) && !is(Opcodes.ACC_BRIDGE));
    }

    /** Returns whether a call can end in it, or in another, by the class of the receiver. */
    boolean virtual() {
      return !name.startsWith("<") && !is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE);
    }
  }

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException if the reader does not know its version
   * @throws RuntimeException if it is damaged
   */
  static ClassFile read(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Map<String, Method> methods = new TreeMap<>();
    for (MethodNode each : node.methods) {
      methods.put(each.name + each.desc, method(node.name, each));
    }
    Map<String, Object> constants = new TreeMap<>();
    Set<String> statics = new TreeSet<>();
    for (FieldNode each : node.fields) {
      if ((each.access & Opcodes.ACC_STATIC) == 0) {
        continue;
      }
      if (each.value != null) {
        constants.put(each.name, each.value);
      } else if (!isOfTheCompiler(each)) {
        statics.add(each.name);
      }
    }
    return new ClassFile(
        node.name,
        node.access,
        node.superName,
        List.copyOf(node.interfaces),
        node.permittedSubclasses == null ? List.of() : List.copyOf(node.permittedSubclasses),
        node.signature == null ? "" : node.signature,
        nameless(node),
        simpleName(node),
        state(node),
        constants,
        statics,
        methods,
        Annotations.of(node));
  }

  /** Whether assertions are on, and ECJ's tables of enum switches: what fills them is followed. */
  private static boolean isOfTheCompiler(FieldNode field) {
    return (field.access & Opcodes.ACC_SYNTHETIC) != 0
        && (field.name.equals("$assertionsDisabled") || field.name.startsWith("$SWITCH_TABLE$"));
  }

  private static Method method(String owner, MethodNode each) {
    String signature = each.signature == null ? each.desc : each.signature;
    return new Method(each.access, owner, each.name, each.desc, signature, Bodies.of(each));
  }

  private static boolean nameless(ClassNode node) {
    InnerClassNode inner = inner(node);
    return node.outerClass != null
        || (node.access & Opcodes.ACC_SYNTHETIC) != 0
        || (inner != null && inner.innerName == null);
  }

  private static String simpleName(ClassNode node) {
    InnerClassNode inner = inner(node);
    boolean given = nameless(node) && inner != null && inner.innerName != null;
    return given ? inner.innerName : "";
  }

  private static @Nullable InnerClassNode inner(ClassNode node) {
    for (InnerClassNode each : node.innerClasses) {
      if (each.name.equals(node.name)) {
        return each;
      }
    }
    return null;
  }

  private static List<Member> state(ClassNode node) {
    List<Member> state = new ArrayList<>();
    if (node.recordComponents != null) {
      for (RecordComponentNode each : node.recordComponents) {
        state.add(member(each.name, each.signature, each.descriptor));
      }
      return List.copyOf(state);
    }
    for (FieldNode each : node.fields) {
      if ((each.access & Opcodes.ACC_STATIC) == 0) {
        state.add(member(each.name, each.signature, each.desc));
      }
    }
    state.sort(Comparator.comparing(Member::name).thenComparing(Member::signature));
    return List.copyOf(state);
  }

  private static Member member(String name, @Nullable String signature, String descriptor) {
    return new Member(name, signature == null ? descriptor : signature);
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Returns the superclass and the interfaces, as far as there are any. */
  List<String> supers() {
    List<String> supers = new ArrayList<>();
    if (superName != null) {
      supers.add(superName);
    }
    supers.addAll(interfaces);
    return supers;
  }
}
