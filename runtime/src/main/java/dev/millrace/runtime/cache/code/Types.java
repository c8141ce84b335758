package dev.millrace.runtime.cache.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The class types that a descriptor or a generic signature names. */
final class Types {
  private Types() {}

  /** Returns those of any but a field's and a component's, each as often as it stands there. */
  static List<String> ofDeclaration(String signature) {
    List<String> types = new ArrayList<>();
    if (!signature.isEmpty()) {
      new SignatureReader(signature).accept(new Names(types));
    }
    return types;
  }

  /** Returns those of a field, a component or any other value, each as often as it stands there. */
  static List<String> ofValue(String signature) {
    List<String> types = new ArrayList<>();
    new SignatureReader(signature).acceptType(new Names(types));
    return types;
  }

  private static final class Names extends SignatureVisitor {
    private final List<String> types;
    private String outer = "";

    Names(List<String> types) {
      super(Opcodes.ASM9);
      this.types = types;
    }

    @Override
    public void visitClassType(String name) {
      outer = name;
      types.add(name);
    }

    @Override
    public void visitInnerClassType(String name) {
      outer = outer + "$" + name;
      types.add(outer);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      // Of its own, for what follows an argument may be a class within the one before it.
      return new Names(types);
    }
  }
}
