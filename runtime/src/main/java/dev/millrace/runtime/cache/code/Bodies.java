package dev.millrace.runtime.cache.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes one method's code as a {@link Body}: labels by their order, constants by their values, and
 * neither lines nor frames nor names of locals, which the reader leaves out.
 */
final class Bodies {
  private static final int FLAGS =
      Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT;

  /** What a class literal may be asked without anybody looking into the class. */
  private static final Set<String> ONLY_NAMES =
      Set.of(
          "getName",
          "getSimpleName",
          "getTypeName",
          "getCanonicalName",
          "getPackageName",
          "desiredAssertionStatus",
          "isInstance",
          "cast");

  /** Bootstraps of the platform that look at nothing but the handles they are given. */
  private static final Set<String> PLAIN_BOOTSTRAPS =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps");

  private static final int REF = -1;
  private static final int LABEL = -2;

  private final Locals locals;
  private final Tokens tokens = new Tokens();
  private final List<Ref> refs = new ArrayList<>();
  private final Map<LabelNode, Integer> labels = new IdentityHashMap<>();

  private Bodies(Locals locals) {
    this.locals = locals;
  }

  static Body of(MethodNode method) {
    Bodies bodies = new Bodies(new Locals(method));
    bodies.write(method);
    return new Body(bodies.tokens.toBytes(), List.copyOf(bodies.refs));
  }

  private void write(MethodNode method) {
    tokens.number(method.access & FLAGS);
    if ((method.access & Opcodes.ACC_NATIVE) != 0) {
      ref(new Ref.Unreadable("a native method"));
    }
    Set<LabelNode> meant = meant(method);
    Set<AbstractInsnNode> dead = locals.dead();
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LabelNode label) {
        if (meant.contains(label)) {
          tokens.number(LABEL).number(number(label));
        }
      } else if (each.getOpcode() >= 0 && !dead.contains(each)) {
        instruction(each);
      }
    }
    for (TryCatchBlockNode each : method.tryCatchBlocks) {
      label(each.start);
      label(each.end);
      label(each.handler);
      shape(each.type == null ? "V" : Type.getObjectType(each.type).getDescriptor());
    }
  }

  /** Returns the labels that something leads to; others only carry lines and scopes. */
  private static Set<LabelNode> meant(MethodNode method) {
    Set<LabelNode> meant = new HashSet<>();
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof JumpInsnNode jump) {
        meant.add(jump.label);
      } else if (each instanceof TableSwitchInsnNode table) {
        meant.add(table.dflt);
        meant.addAll(table.labels);
      } else if (each instanceof LookupSwitchInsnNode lookup) {
        meant.add(lookup.dflt);
        meant.addAll(lookup.labels);
      }
    }
    for (TryCatchBlockNode each : method.tryCatchBlocks) {
      meant.addAll(List.of(each.start, each.end, each.handler));
    }
    return meant;
  }

  private void instruction(AbstractInsnNode each) {
    if (each instanceof LdcInsnNode constant) {
      tokens.number(Opcodes.LDC);
      if (constant.cst instanceof Type type && type.getSort() >= Type.ARRAY) {
        literal(type, next(each));
      } else {
        constant(constant.cst, true);
      }
      return;
    }
    tokens.number(each.getOpcode());
    if (each instanceof IntInsnNode operand) {
      tokens.number(operand.operand);
    } else if (each instanceof VarInsnNode local) {
      tokens.number(locals.number(local.var));
    } else if (each instanceof IincInsnNode step) {
      tokens.number(locals.number(step.var)).number(step.incr);
    } else if (each instanceof TypeInsnNode type) {
      String descriptor = Type.getObjectType(type.desc).getDescriptor();
      if (each.getOpcode() == Opcodes.NEW) {
        ref(new Ref.Instance(type.desc));
      } else {
        shape(descriptor);
      }
    } else if (each instanceof FieldInsnNode field) {
      boolean isStatic =
          each.getOpcode() == Opcodes.GETSTATIC || each.getOpcode() == Opcodes.PUTSTATIC;
      ref(new Ref.Field(field.owner, field.name, field.desc, isStatic));
    } else if (each instanceof MethodInsnNode call) {
      call(call);
    } else if (each instanceof InvokeDynamicInsnNode dynamic) {
      dynamic(dynamic.name, dynamic.desc, dynamic.bsm, dynamic.bsmArgs);
    } else if (each instanceof JumpInsnNode jump) {
      label(jump.label);
    } else if (each instanceof TableSwitchInsnNode table) {
      tokens.number(table.min).number(table.max);
      label(table.dflt);
      table.labels.forEach(this::label);
    } else if (each instanceof LookupSwitchInsnNode lookup) {
      tokens.number(lookup.keys.size());
      lookup.keys.forEach(tokens::number);
      label(lookup.dflt);
      lookup.labels.forEach(this::label);
    } else if (each instanceof MultiANewArrayInsnNode array) {
      tokens.number(array.dims);
      shape(array.desc);
    } else if (!(each instanceof InsnNode)) {
      throw new IllegalStateException("an instruction nobody knows: " + each.getClass());
    }
  }

  private void call(MethodInsnNode call) {
    boolean dispatched =
        call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
    ref(new Ref.Call(call.owner, call.name, call.desc, dispatched));
    if (findsFile(call.owner, call.name)) {
      resource(call);
    }
  }

  private static boolean findsFile(String owner, String name) {
    return (owner.equals("java/lang/Class") || owner.equals("java/lang/ClassLoader"))
        && (name.equals("getResource") || name.equals("getResourceAsStream"));
  }

  /** Follows a file named by a constant; from another name anything may be read. */
  private void resource(MethodInsnNode call) {
    AbstractInsnNode name = call.getPrevious();
    AbstractInsnNode type = name == null ? null : name.getPrevious();
    if (!(name instanceof LdcInsnNode text && text.cst instanceof String path)) {
      ref(new Ref.Anything("a resource whose name is not a constant"));
    } else if (call.owner.equals("java/lang/ClassLoader")) {
      ref(new Ref.Resource(path));
    } else if (path.startsWith("/")) {
      ref(new Ref.Resource(path.substring(1)));
    } else if (type instanceof LdcInsnNode literal && literal.cst instanceof Type from) {
      String within = from.getInternalName();
      ref(new Ref.Resource(within.substring(0, within.lastIndexOf('/') + 1) + path));
    } else {
      ref(new Ref.Anything("a resource beside a class that is not a constant"));
    }
  }

  private void literal(Type type, @Nullable AbstractInsnNode user) {
    boolean onlyNamed =
        user instanceof MethodInsnNode call
            && call.owner.equals("java/lang/Class")
            && ONLY_NAMES.contains(call.name);
    boolean forResource =
        user instanceof LdcInsnNode
            && next(user) instanceof MethodInsnNode call
            && call.owner.equals("java/lang/Class")
            && call.name.startsWith("getResource");
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (onlyNamed || forResource || element.getSort() != Type.OBJECT) {
      shape(type.getDescriptor());
    } else {
      tokens.number(type.getSort() == Type.ARRAY ? type.getDimensions() : 0);
      ref(new Ref.Literal(element.getInternalName()));
    }
  }

  private static @Nullable AbstractInsnNode next(AbstractInsnNode each) {
    AbstractInsnNode next = each.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }

  private void dynamic(String name, String descriptor, Handle bootstrap, Object[] arguments) {
    boolean plain = PLAIN_BOOTSTRAPS.contains(bootstrap.getOwner());
    tokens.text(name);
    shape(descriptor);
    handle(bootstrap);
    tokens.number(arguments.length);
    for (Object each : arguments) {
      constant(each, !plain);
    }
    if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      ref(new Ref.Instance(Type.getReturnType(descriptor).getInternalName()));
    } else if (!plain && !bootstrap.getOwner().equals("java/lang/invoke/ConstantBootstraps")) {
      // It is handed the caller's lookup, with which it finds what it likes.
      ref(new Ref.Anything("the bootstrap method " + bootstrap.getOwner().replace('/', '.')));
    }
  }

  private void handle(Handle handle) {
    int tag = handle.getTag();
    tokens.number(tag);
    if (tag <= Opcodes.H_PUTSTATIC) {
      boolean isStatic = tag == Opcodes.H_GETSTATIC || tag == Opcodes.H_PUTSTATIC;
      ref(new Ref.Field(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic));
    } else {
      if (tag == Opcodes.H_NEWINVOKESPECIAL) {
        ref(new Ref.Instance(handle.getOwner()));
      }
      boolean dispatched = tag == Opcodes.H_INVOKEVIRTUAL || tag == Opcodes.H_INVOKEINTERFACE;
      ref(new Ref.Call(handle.getOwner(), handle.getName(), handle.getDesc(), dispatched));
      if (findsFile(handle.getOwner(), handle.getName())) {
        ref(new Ref.Anything("a resource whose name is not a constant"));
      }
    }
  }

  private void constant(Object value, boolean handedOut) {
    if (value instanceof Type type && type.getSort() == Type.OBJECT && handedOut) {
      ref(new Ref.Literal(type.getInternalName()));
    } else if (value instanceof Type type) {
      shape(type.getDescriptor());
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      condy(dynamic, handedOut);
    } else {
      Constants.write(value, tokens);
    }
  }

  private void condy(ConstantDynamic dynamic, boolean handedOut) {
    Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = dynamic.getBootstrapMethodArgument(i);
    }
    dynamic(dynamic.getName(), dynamic.getDescriptor(), dynamic.getBootstrapMethod(), arguments);
    Type type = Type.getType(dynamic.getDescriptor());
    if (handedOut && type.getSort() == Type.OBJECT) {
      // An enum's constant or a static field, found by its name.
      ref(new Ref.Literal(type.getInternalName()));
    }
  }

  private void label(LabelNode label) {
    tokens.number(number(label));
  }

  private int number(LabelNode label) {
    return labels.computeIfAbsent(label, ignored -> labels.size());
  }

  private void shape(String descriptor) {
    ref(new Ref.Shape(descriptor));
  }

  private void ref(Ref ref) {
    tokens.number(REF);
    refs.add(ref);
  }
}
