package dev.millrace.processor.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds what a class file does by reflection, or by anything that comes to the same. What compilers
 * make of lambdas, of joined strings, of records and of switches is none.
 */
public final class Reflection extends ClassVisitor {
  private static final List<String> MEANS =
      List.of("java/lang/reflect/", "java/lang/invoke/", "java/beans/", "sun/", "jdk/");

  private static final Set<String> TYPES =
      Set.of("java/lang/ClassLoader", "java/util/ServiceLoader", "java/lang/Module");

  /** Of {@code Class} only what asks for nothing beyond the object at hand. */
  private static final Set<String> HARMLESS =
      Set.of("getName", "getSimpleName", "cast", "isInstance", "desiredAssertionStatus");

  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps");

  private final Set<String> found = new TreeSet<>();
  private String name = "";

  private Reflection() {
    super(Opcodes.ASM9);
  }

  /** Returns what was found: {@code a/B calls java/lang/Class.forName}. */
  public static Set<String> in(byte[] classFile) {
    Reflection reflection = new Reflection();
    new ClassReader(classFile).accept(reflection, ClassReader.SKIP_DEBUG);
    return reflection.found;
  }

  @Override
  public void visit(
      int version, int access, String type, String generic, String parent, String[] faces) {
    name = type;
    mention("extends", parent);
    for (String face : faces) {
      mention("implements", face);
    }
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String type, String generic, Object value) {
    mention("holds", type.replaceFirst("^\\[*L?", ""));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String generic, String[] thrown) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(int code, String owner, String called, String of, boolean face) {
        if (owner.equals("java/lang/Class") ? !HARMLESS.contains(called) : isMeans(owner)) {
          found.add(name + " calls " + owner + "." + called);
        }
      }

      @Override
      public void visitFieldInsn(int code, String owner, String field, String of) {
        mention("reads", owner);
      }

      @Override
      public void visitTypeInsn(int code, String type) {
        mention("names", type.replaceFirst("^\\[*L?", ""));
      }

      @Override
      public void visitInvokeDynamicInsn(String of, String as, Handle bootstrap, Object... with) {
        if (!BOOTSTRAPS.contains(bootstrap.getOwner())) {
          found.add(name + " is linked by " + bootstrap.getOwner());
        }
      }
    };
  }

  private void mention(String how, String type) {
    if (isMeans(type)) {
      found.add(name + " " + how + " " + type);
    }
  }

  private static boolean isMeans(String type) {
    return TYPES.contains(type.replace(";", "")) || MEANS.stream().anyMatch(type::startsWith);
  }
}
