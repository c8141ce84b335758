package dev.millrace.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.RetryPolicy;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code Calls}: a method for each node that is not just called, but tried again or given a
 * time. It stands for the node's method, and for its twin.
 */
final class AdapterEmitter {
  private static final TypeName CLASSES =
      ArrayTypeName.of(
          ParameterizedTypeName.get(
              ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)));

  private final ClassName type;
  private final NameAllocator names = new NameAllocator();
  private final NameAllocator constants = new NameAllocator();
  private final Map<Key, String> methods = new LinkedHashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> written = new ArrayList<>();

  private record Key(NodeModel node, boolean batch) {}

  AdapterEmitter(Scope scope) {
    this.type = scope.pipeline.nestedClass(scope.newClass("Calls"));
  }

  /** Returns a call of a node with these arguments, as what it produces. */
  CodeBlock call(NodeModel node, List<Calls.Value> arguments) {
    if (node.traits().retry().isEmpty() && node.traits().timeoutNanos() == 0) {
      return Calls.delivered(node, Calls.raw(node, arguments));
    }
    String name = methods.get(new Key(node, false));
    if (name == null) {
      name = add(node, false);
    }
    return CodeBlock.of("$T.$N($L)", type, name, Calls.listed(arguments));
  }

  /** Returns a call of a node's twin with these arguments, as its list of results. */
  CodeBlock batch(NodeModel node, List<Calls.Value> arguments) {
    Twin twin = node.twin().orElseThrow();
    if (node.traits().retry().isEmpty() && node.traits().timeoutNanos() == 0) {
      return Calls.joined(node.label(), twin.delivery(), Calls.method(twin.method(), arguments));
    }
    String name = methods.get(new Key(node, true));
    if (name == null) {
      name = add(node, true);
    }
    return CodeBlock.of("$T.$N($L)", type, name, Calls.listed(arguments));
  }

  private String add(NodeModel node, boolean batch) {
    String name = names.newName(node.label() + (batch ? "Batch" : ""));
    methods.put(new Key(node, batch), name);
    String deadline = constant(name, "Deadline");
    String attempts = constant(name, "Attempts");
    NameAllocator local = constants.clone();
    node.method().owner().simpleNames().forEach(local::newName); // a parameter would hide the class
    List<Calls.Value> arguments = new ArrayList<>();
    Twin twin = node.twin().orElse(null);
    int receiver = node.method().isStatic() ? 0 : 1;
    TypeRef result =
        batch && twin != null ? TypeRef.listOf(node.result().plain()) : node.result().plain();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .returns(
                Types.name(produced(node, result, batch), !batch && node.result().isNullable()));
    for (int i = 0; i < node.ports().size(); i++) {
      Port port = node.ports().get(i);
      boolean isMapped = batch && twin != null && i >= receiver && twin.mapped().get(i - receiver);
      TypeRef wanted = (isMapped ? twin.method().types().get(i - receiver) : port.type()).plain();
      String parameter = local.newName(port.parameter());
      boolean nullable = !isMapped && port.type().isNullable();
      method.addParameter(Types.name(wanted, nullable), parameter);
      arguments.add(new Calls.Value(CodeBlock.of("$N", parameter), wanted));
    }
    method.addCode("// $L\n", batch && twin != null ? twin.method() : node.display());
    written.add(
        method
            .addStatement("return $L", guarded(node, deadline, attempts, arguments, batch))
            .build());
    return name;
  }

  private static TypeRef produced(NodeModel node, TypeRef result, boolean batch) {
    return node.traits().delivery() == Delivery.RESOURCE && !batch
        ? new TypeRef.Declared(KnownTypes.RESOURCE, List.of(new TypeRef.Wildcard(result, null)))
        : result;
  }

  private CodeBlock guarded(
      NodeModel node,
      String deadline,
      String attempts,
      List<Calls.Value> arguments,
      boolean batch) {
    Twin twin = node.twin().orElse(null);
    CodeBlock raw =
        batch && twin != null ? Calls.method(twin.method(), arguments) : Calls.raw(node, arguments);
    CodeBlock call =
        batch && twin != null
            ? Calls.joined(node.label(), twin.delivery(), raw)
            : Calls.delivered(node, raw);
    if (node.traits().timeoutNanos() > 0) {
      fields.add(
          field(
              Types.DEADLINE,
              deadline,
              CodeBlock.of(
                  "$T.of($S, $LL)", Types.DEADLINE, node.label(), node.traits().timeoutNanos())));
      call = CodeBlock.of("$N.call(() -> $L)", deadline, call);
    }
    if (node.traits().retry().isEmpty()) {
      return call;
    }
    RetryPolicy retry = node.traits().retry().get();
    fields.add(
        field(
            Types.ATTEMPTS,
            attempts,
            CodeBlock.of(
                "$T.of($S, $L, $LL,$W$L,$W$L)",
                Types.ATTEMPTS,
                node.label(),
                retry.attempts(),
                retry.backoffNanos(),
                classes(retry.on()),
                classes(retry.notOn()))));
    return CodeBlock.of("$N.call(() -> $L)", attempts, call);
  }

  private String constant(String name, String what) {
    return constants.newName(Scope.constant(name + what));
  }

  private static FieldSpec field(ClassName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private static CodeBlock classes(List<TypeRef> types) {
    return CodeBlock.of(
        "new $T {$L}",
        CLASSES,
        types.stream()
            .map(each -> CodeBlock.of("$T.class", Types.name(each)))
            .collect(CodeBlock.joining(", ")));
  }

  /** Returns the class, if any node needs it. */
  List<TypeSpec> classes() {
    return written.isEmpty()
        ? List.of()
        : List.of(
            TypeSpec.classBuilder(type)
                .addJavadoc("Calls that are tried again, or that take no longer than they may.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addFields(fields)
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                .addMethods(written)
                .build());
  }
}
