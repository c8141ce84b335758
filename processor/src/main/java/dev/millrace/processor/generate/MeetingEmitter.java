package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code Meetings}: methods that call a node, or its twin, together with the calls of other
 * runs where these are served. A node's calls meet wherever in the pipeline they are made.
 */
final class MeetingEmitter {
  private final Scope scope;
  private final ClassName type;
  private final NameAllocator names = new NameAllocator();
  private final NameAllocator constants = new NameAllocator();
  private final Map<Key, String> methods = new LinkedHashMap<>();
  private final Map<MethodRef, String> meetings = new LinkedHashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> written = new ArrayList<>();

  /**
   * A form of a node: for one item or for many, of ports with these types.
   *
   * @param occupies whether it is told which resources it reads, for their devices
   */
  private record Key(MethodRef twin, List<TypeRef> ports, boolean many, boolean occupies) {}

  MeetingEmitter(Scope scope) {
    this.scope = scope;
    this.type = scope.pipeline.nestedClass(scope.newClass("Meetings"));
  }

  /**
   * Returns a call of a node with these arguments, as what it produces.
   *
   * @param held the resources that it reads, which may occupy devices
   */
  CodeBlock one(
      NodeModel node, CodeBlock probe, List<CodeBlock> held, List<Calls.Value> arguments) {
    return call(node, false, probe, held, arguments);
  }

  /**
   * Returns a call of a node's twin, as its list of results.
   *
   * @param held the resources that it reads, which may occupy devices
   * @param arguments what it is given, as lists where it is mapped
   */
  CodeBlock all(
      NodeModel node, CodeBlock probe, List<CodeBlock> held, List<Calls.Value> arguments) {
    return call(node, true, probe, held, arguments);
  }

  private CodeBlock call(
      NodeModel node,
      boolean many,
      CodeBlock probe,
      List<CodeBlock> held,
      List<Calls.Value> arguments) {
    boolean occupies = !held.isEmpty();
    List<TypeRef> ports = node.ports().stream().map(Port::type).toList();
    Key key = new Key(node.twin().orElseThrow().method(), ports, many, occupies);
    String name = methods.get(key);
    if (name == null) {
      name = names.newName(node.label() + (many ? "Batch" : ""));
      methods.put(key, name);
      meeting(node); // no parameter is to hide it
      written.add(many ? manyMethod(node, name, occupies) : oneMethod(node, name, occupies));
    }
    CodeBlock run = occupies ? CodeBlock.of("$L,$W$L", probe, DeviceStatements.array(held)) : probe;
    return CodeBlock.of("$T.$N($L,$W$L)", type, name, run, Calls.listed(arguments));
  }

  /** What a method takes, and how it hands that on. */
  private static final class Taken {
    final List<Calls.Value> arguments = new ArrayList<>();
    final List<Calls.Value> joint = new ArrayList<>();
    final List<CodeBlock> mapped = new ArrayList<>();
    final List<CodeBlock> shared = new ArrayList<>();
    String probe = "";
    String lists = "";
    String held = "";
    String device = "";

    /** Returns what a meeting is told first: the probe, and what the call reads. */
    CodeBlock first() {
      return held.isEmpty() ? CodeBlock.of("$N", probe) : CodeBlock.of("$N,\n$N", probe, held);
    }
  }

  private Taken take(NodeModel node, boolean many, boolean occupies, MethodSpec.Builder method) {
    NameAllocator local = constants.clone();
    node.method().owner().simpleNames().forEach(local::newName); // a parameter would hide the class
    node.ports().forEach(port -> local.newName(port.parameter(), port));
    Taken taken = new Taken();
    taken.probe = local.newName("probe");
    taken.lists = local.newName("lists");
    method.addParameter(Types.PROBE, taken.probe);
    if (occupies) {
      taken.held = local.newName("held");
      taken.device = local.newName("device");
      method.addParameter(Types.HELD_ARRAY, taken.held);
    }
    Twin twin = node.twin().orElseThrow();
    int receiver = node.method().isStatic() ? 0 : 1;
    for (int i = 0; i < node.ports().size(); i++) {
      Port port = node.ports().get(i);
      CodeBlock parameter = CodeBlock.of("$N", local.get(port));
      TypeRef one = port.type().plain();
      TypeName item = Types.name(one.boxed());
      boolean isMapped = i >= receiver && twin.mapped().get(i - receiver);
      boolean isList = isMapped && many;
      method.addParameter(
          isList
              ? ParameterizedTypeName.get(ClassName.get(List.class), item)
              : Types.name(one, port.type().isNullable()),
          local.get(port));
      taken.arguments.add(new Calls.Value(parameter, one));
      if (isMapped) {
        CodeBlock joined = CodeBlock.of("$N.<$T>get($L)", taken.lists, item, taken.mapped.size());
        taken.joint.add(Calls.many(twin.method().types().get(i - receiver).plain(), joined));
        taken.mapped.add(parameter);
      } else {
        taken.joint.add(new Calls.Value(parameter, one));
        taken.shared.add(parameter);
      }
    }
    return taken;
  }

  private MethodSpec oneMethod(NodeModel node, String name, boolean occupies) {
    TypeRef result = node.result().plain();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .addException(Exception.class)
            .returns(Types.name(result, node.result().isNullable()));
    Taken taken = take(node, false, occupies, method);
    CodeBlock alone = scope.adapters.call(node, taken.arguments);
    CodeBlock met =
        CodeBlock.of(
            "$N.<$T>one(\n$L,\n$L,\n$L,\n$N -> $L,\n() -> $L)",
            meeting(node),
            Types.name(result.boxed()),
            taken.first(),
            array(taken.mapped),
            array(taken.shared),
            taken.lists,
            scope.adapters.batch(node, taken.joint),
            alone);
    return method
        .addCode("// $L, with those of others where it is served\n", node.display())
        .beginControlFlow("if (!$N.meets())", taken.probe)
        .addCode(
            DeviceStatements.around(
                taken.device,
                occupies ? List.of(CodeBlock.of("$N", taken.held)) : List.of(),
                CodeBlock.builder().addStatement("return $L", alone).build()))
        .endControlFlow()
        .addStatement(
            "return $L",
            result.isReference()
                ? met
                : CodeBlock.of("$T.notNull($S,$W$L)", Types.PROBE, node.label(), met))
        .build();
  }

  private MethodSpec manyMethod(NodeModel node, String name, boolean occupies) {
    TypeName result = Types.name(node.result().plain().boxed());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .addException(Exception.class)
            .returns(
                Types.orNull(
                    ParameterizedTypeName.get(
                        ClassName.get(List.class), WildcardTypeName.subtypeOf(result))));
    Taken taken = take(node, true, occupies, method);
    return method
        .addCode(
            "// $L, with those of others where it is served\n", node.twin().orElseThrow().method())
        .addStatement(
            "return $N.<$T>all(\n$L,\n$L,\n$L,\n$N -> $L)",
            meeting(node),
            result,
            taken.first(),
            lists(taken.mapped),
            array(taken.shared),
            taken.lists,
            scope.adapters.batch(node, taken.joint))
        .build();
  }

  private static CodeBlock array(List<CodeBlock> values) {
    return CodeBlock.of("new $T[] {$L}", Object.class, CodeBlock.join(values, ", "));
  }

  private static CodeBlock lists(List<CodeBlock> values) {
    return CodeBlock.of("new $T<?>[] {$L}", List.class, CodeBlock.join(values, ", "));
  }

  /** Returns the constant that says how a node's calls meet. */
  private String meeting(NodeModel node) {
    Twin twin = node.twin().orElseThrow();
    String known = meetings.get(twin.method());
    if (known != null) {
      return known;
    }
    String name = constants.newName(Scope.constant(node.label()));
    meetings.put(twin.method(), name);
    CodeBlock.Builder value = CodeBlock.builder().add("$T.of($S)", Types.MEETING, node.label());
    Twin.Limits limits = twin.limits();
    if (limits.count() > 0) {
      value.add("$Z.maxItems($L)", limits.count());
    }
    limits
        .weigher()
        .ifPresent(
            weigher ->
                value.add("$Z.maxWeight($LL, $T::new)", limits.maxWeight(), Types.name(weigher)));
    if (limits.lingerNanos() > 0) {
      value.add("$Z.linger($LL)", limits.lingerNanos());
    }
    fields.add(
        FieldSpec.builder(Types.MEETING, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(value.build())
            .build());
    return name;
  }

  /** Returns the class, if any node needs it. */
  List<TypeSpec> classes() {
    return meetings.isEmpty()
        ? List.of()
        : List.of(
            TypeSpec.classBuilder(type)
                .addJavadoc(
                    "Calls that are made together with those of other runs, where these are served.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addFields(fields)
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                .addMethods(written)
                .build());
  }
}
