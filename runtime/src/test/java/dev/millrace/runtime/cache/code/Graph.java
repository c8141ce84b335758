package dev.millrace.runtime.cache.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Classes written without a compiler. Each has four sites, which hold a constant each and lead to
 * others: two static methods, the initialiser, and what it overrides of every object.
 */
record Graph(List<Edge> edges) {
  static final int CLASSES = 4;
  private static final int KINDS = 4;
  static final int SITES = CLASSES * KINDS;

  /** One site calls a method, or reads a static field, or makes an instance. */
  record Edge(int from, int to) {}

  /** Returns what finds these classes, of which one site has another constant. */
  ClassLoader loader(int changed) {
    return new Memory(changed);
  }

  /** Returns the hash of what a loader finds; it does not hold that. */
  static CodeHash hash(ClassLoader loader) {
    Root root = new Root(Root.Kind.OTHER, "memory:", "");
    return new CodeHash(new ClassFiles(loader, Instant.MAX), root);
  }

  private final class Memory extends ClassLoader {
    private final int changed;

    Memory(int changed) {
      super(ClassLoader.getPlatformClassLoader());
      this.changed = changed;
    }

    @Override
    public @Nullable URL getResource(String name) {
      if (!name.startsWith("app/C")) {
        return super.getResource(name);
      }
      byte[] bytes = bytes(name.charAt("app/C".length()) - '0', changed);
      try {
        return new URL(
            null,
            "memory:" + name,
            new URLStreamHandler() {
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
            });
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private byte[] bytes(int number, int changed) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "app/C" + number, null, "java/lang/Object", null);
    type.visitField(Opcodes.ACC_STATIC, "f", "I", null, null).visitEnd();
    int publicStatic = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    site(type.visitMethod(publicStatic, "m0", "(I)I", null, null), number * KINDS, changed);
    site(type.visitMethod(publicStatic, "m1", "(I)I", null, null), number * KINDS + 1, changed);
    site(
        type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null),
        number * KINDS + 2,
        changed);
    site(
        type.visitMethod(Opcodes.ACC_PUBLIC, "hashCode", "()I", null, null),
        number * KINDS + 3,
        changed);
    MethodVisitor made = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitVarInsn(Opcodes.ALOAD, 0);
    made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(Opcodes.RETURN);
    made.visitMaxs(0, 0);
    type.visitEnd();
    return type.toByteArray();
  }

  private void site(MethodVisitor method, int site, int changed) {
    method.visitCode();
    method.visitLdcInsn(site == changed ? 1000 + site : site);
    for (Edge each : edges) {
      if (each.from() == site) {
        follow(method, each.to());
      }
    }
    if (site % KINDS == 2) {
      method.visitFieldInsn(Opcodes.PUTSTATIC, "app/C" + site / KINDS, "f", "I");
      method.visitInsn(Opcodes.RETURN);
    } else {
      method.visitInsn(Opcodes.IRETURN);
    }
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Takes a number from the stack and leaves one there. */
  private static void follow(MethodVisitor method, int to) {
    String owner = "app/C" + to / KINDS;
    switch (to % KINDS) {
      case 0, 1 ->
          method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "m" + to % KINDS, "(I)I", false);
      case 2 -> {
        method.visitFieldInsn(Opcodes.GETSTATIC, owner, "f", "I");
        method.visitInsn(Opcodes.IADD);
      }
      default -> {
        method.visitTypeInsn(Opcodes.NEW, owner);
        method.visitInsn(Opcodes.DUP);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", "()V", false);
        method.visitInsn(Opcodes.POP);
      }
    }
  }
}
