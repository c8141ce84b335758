package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is written of a method's code, of forms that no compiler at hand makes of sources for 17.
 */
final class BodiesTest {
  private static final String BOOTSTRAP =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
          + "Ljava/lang/Object;";

  private static Body body(Consumer<MethodNode> code) {
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "(I)V", null, null);
    code.accept(method);
    return Bodies.of(method);
  }

  private static Handle bootstrap(String owner, String name) {
    return new Handle(Opcodes.H_INVOKESTATIC, owner, name, BOOTSTRAP, false);
  }

  @Test
  void aSwitchOverTypesOnlyNamesThem() {
    Body body =
        body(
            code ->
                code.visitInvokeDynamicInsn(
                    "typeSwitch",
                    "(Ljava/lang/Object;I)I",
                    bootstrap("java/lang/runtime/SwitchBootstraps", "typeSwitch"),
                    Type.getObjectType("app/Left"),
                    "right",
                    3));
    assertEquals(
        List.of(
            new Ref.Shape("(Ljava/lang/Object;I)I"),
            new Ref.Call("java/lang/runtime/SwitchBootstraps", "typeSwitch", BOOTSTRAP, false),
            new Ref.Shape("Lapp/Left;")),
        body.refs());
  }

  @Test
  void anEnumsConstantThatIsFoundByNameHandsTheEnumOut() {
    Body body =
        body(
            code ->
                code.visitLdcInsn(
                    new ConstantDynamic(
                        "FAST",
                        "Lapp/Mode;",
                        bootstrap("java/lang/invoke/ConstantBootstraps", "enumConstant"))));
    assertEquals(new Ref.Literal("app/Mode"), body.refs().get(body.refs().size() - 1));
  }

  @Test
  void aBootstrapOfSomebodyElseMayFindAnything() {
    Body body =
        body(
            code ->
                code.visitInvokeDynamicInsn("call", "()V", bootstrap("org/other/Linker", "link")));
    assertEquals(
        new Ref.Anything("the bootstrap method org.other.Linker"),
        body.refs().get(body.refs().size() - 1));
  }

  @Test
  void aHandleIsFollowed() {
    Body body =
        body(
            code ->
                code.visitLdcInsn(
                    new Handle(Opcodes.H_NEWINVOKESPECIAL, "app/Word", "<init>", "()V", false)));
    assertEquals(
        List.of(new Ref.Instance("app/Word"), new Ref.Call("app/Word", "<init>", "()V", false)),
        body.refs());
  }

  @Test
  void constantsOfDifferentTypesAreDifferent() {
    List<Object> values = List.of(1, 1L, 1f, 1d, "1", 0.0, -0.0, "", "\ud800", "\ud801");
    for (Object one : values) {
      for (Object other : values) {
        boolean equal =
            Arrays.equals(
                body(code -> code.visitLdcInsn(one)).tokens(),
                body(code -> code.visitLdcInsn(other)).tokens());
        assertEquals(one.equals(other), equal, one + " and " + other);
      }
    }
  }

  @Test
  void whereAJumpLeadsCounts() {
    assertFalse(Arrays.equals(jump(true).tokens(), jump(false).tokens()));
  }

  private static Body jump(boolean far) {
    return body(
        code -> {
          Label near = new Label();
          Label end = new Label();
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitJumpInsn(Opcodes.IFEQ, far ? end : near);
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitJumpInsn(Opcodes.IFNE, far ? near : end);
          code.visitLabel(near);
          code.visitIincInsn(0, 1);
          code.visitLabel(end);
          code.visitInsn(Opcodes.RETURN);
        });
  }

  @Test
  void aStoreThatIsReadAfterAJumpBackIsKept() {
    Body body =
        body(
            code -> {
              Label again = new Label();
              code.visitInsn(Opcodes.ICONST_1);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitLabel(again);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitInsn(Opcodes.ICONST_2);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitJumpInsn(Opcodes.IFEQ, again);
              code.visitInsn(Opcodes.RETURN);
            });
    Body other =
        body(
            code -> {
              Label again = new Label();
              code.visitInsn(Opcodes.ICONST_1);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitLabel(again);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitInsn(Opcodes.ICONST_3);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitJumpInsn(Opcodes.IFEQ, again);
              code.visitInsn(Opcodes.RETURN);
            });
    assertFalse(Arrays.equals(body.tokens(), other.tokens()));
  }

  @Test
  void aStoreThatOnlyAHandlerReadsIsKept() {
    assertFalse(Arrays.equals(handled(1).tokens(), handled(2).tokens()));
  }

  private static Body handled(int value) {
    return body(
        code -> {
          Label start = new Label();
          Label end = new Label();
          Label handler = new Label();
          code.visitTryCatchBlock(start, end, handler, null);
          code.visitLabel(start);
          code.visitIntInsn(Opcodes.BIPUSH, value);
          code.visitVarInsn(Opcodes.ISTORE, 1);
          code.visitMethodInsn(Opcodes.INVOKESTATIC, "app/A", "a", "()V", false);
          code.visitInsn(Opcodes.ICONST_5);
          code.visitVarInsn(Opcodes.ISTORE, 1);
          code.visitLabel(end);
          code.visitInsn(Opcodes.RETURN);
          code.visitLabel(handler);
          code.visitInsn(Opcodes.POP);
          code.visitVarInsn(Opcodes.ILOAD, 1);
          code.visitInsn(Opcodes.POP);
          code.visitInsn(Opcodes.RETURN);
        });
  }

  @Test
  void aConstantThatNobodyReadsIsLeftOutAndSoIsItsSlot() {
    Body with =
        body(
            code -> {
              code.visitInsn(Opcodes.ICONST_1);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitVarInsn(Opcodes.ILOAD, 0);
              code.visitVarInsn(Opcodes.ISTORE, 2);
              code.visitVarInsn(Opcodes.ILOAD, 2);
              code.visitInsn(Opcodes.POP);
              code.visitInsn(Opcodes.RETURN);
            });
    Body without =
        body(
            code -> {
              code.visitVarInsn(Opcodes.ILOAD, 0);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitInsn(Opcodes.POP);
              code.visitInsn(Opcodes.RETURN);
            });
    assertArrayEquals(without.tokens(), with.tokens());
  }
}
