package dev.millrace.runtime.cache.code;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The locals of one method, without what {@code -g} adds to them: javac gives a {@code final} local
 * its constant value only then, since what reads it has the constant itself, and all later locals
 * have other numbers.
 *
 * <p>Found by liveness, backwards until nothing changes (Aho, Lam, Sethi, Ullman: Compilers,
 * 9.2.5).
 */
final class Locals {
  private final MethodNode method;
  private final InsnList code;
  private final int parameters;
  private final Map<Integer, Integer> numbers = new HashMap<>();

  Locals(MethodNode method) {
    this.method = method;
    this.code = method.instructions;
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    this.parameters = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - (isStatic ? 1 : 0);
  }

  /** Returns a local's number: parameters have their own, others are counted as they are met. */
  int number(int local) {
    return local < parameters
        ? local
        : numbers.computeIfAbsent(local, ignored -> parameters + numbers.size());
  }

  /** Returns the instructions that store a constant where nobody reads it, and the constants. */
  Set<AbstractInsnNode> dead() {
    Set<AbstractInsnNode> dead = new HashSet<>();
    BitSet[] live = null;
    if (hasSubroutines()) {
      return dead;
    }
    for (AbstractInsnNode each : code) {
      AbstractInsnNode before = each.getPrevious();
      if (isStore(each) && before != null && isPlainConstant(before)) {
        live = live == null ? live() : live;
        if (!live[code.indexOf(each) + 1].get(((VarInsnNode) each).var)) {
          dead.add(before);
          dead.add(each);
        }
      }
    }
    return dead;
  }

  /** Where the subroutines of old class files return to is not followed here. */
  private boolean hasSubroutines() {
    for (AbstractInsnNode each : code) {
      if (each.getOpcode() == Opcodes.JSR) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStore(AbstractInsnNode each) {
    return each.getOpcode() >= Opcodes.ISTORE && each.getOpcode() <= Opcodes.ASTORE;
  }

  private static boolean isPlainConstant(AbstractInsnNode each) {
    int opcode = each.getOpcode();
    return (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.SIPUSH)
        || (each instanceof LdcInsnNode constant
            && (constant.cst instanceof Number || constant.cst instanceof String));
  }

  /** Returns for each instruction the locals that may be read, from there on, before a store. */
  private BitSet[] live() {
    BitSet[] live = new BitSet[code.size() + 1];
    for (int i = 0; i < live.length; i++) {
      live[i] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = code.size() - 1; i >= 0; i--) {
        BitSet now = before(code.get(i), i, live);
        if (!now.equals(live[i])) {
          live[i] = now;
          changed = true;
        }
      }
    }
    return live;
  }

  private BitSet before(AbstractInsnNode each, int index, BitSet[] live) {
    BitSet now = new BitSet();
    if (goesOn(each.getOpcode())) {
      now.or(live[index + 1]);
    }
    if (each instanceof JumpInsnNode jump) {
      now.or(at(jump.label, live));
    } else if (each instanceof TableSwitchInsnNode table) {
      now.or(at(table.dflt, live));
      table.labels.forEach(label -> now.or(at(label, live)));
    } else if (each instanceof LookupSwitchInsnNode lookup) {
      now.or(at(lookup.dflt, live));
      lookup.labels.forEach(label -> now.or(at(label, live)));
    } else if (each instanceof IincInsnNode step) {
      now.set(step.var);
    } else if (each instanceof VarInsnNode local) {
      now.set(local.var, !isStore(each));
    }
    // What the handler reads must be there before, since the instruction itself may throw.
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (index >= code.indexOf(block.start) && index < code.indexOf(block.end)) {
        now.or(at(block.handler, live));
      }
    }
    return now;
  }

  private BitSet at(LabelNode label, BitSet[] live) {
    return live[code.indexOf(label)];
  }

  private static boolean goesOn(int opcode) {
    return opcode != Opcodes.GOTO
        && opcode != Opcodes.ATHROW
        && opcode != Opcodes.TABLESWITCH
        && opcode != Opcodes.LOOKUPSWITCH
        && opcode != Opcodes.RET
        && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
  }
}
