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
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code Calls}: the terms of each node that has any, and methods that call it on them. They
 * stand for the node's method, started or waited for, and for its twin.
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
  private final Map<NodeModel, String> terms = new LinkedHashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> written = new ArrayList<>();

  /** What a method does: call the node and wait for it, or its twin, or start the node. */
  private enum Form {
    ONE(""),
    BATCH("Batch"),
    START("Started");

    private final String suffix;

    Form(String suffix) {
      this.suffix = suffix;
    }
  }

  private record Key(NodeModel node, Form form) {}

  AdapterEmitter(Scope scope) {
    this.type = scope.pipeline.nestedClass(scope.newClass("Calls"));
  }

  /** Returns a call of a node with these arguments, as what it produces. */
  CodeBlock call(NodeModel node, List<Calls.Value> arguments) {
    return node.traits().hasTerms()
        ? adapted(node, Form.ONE, Calls.listed(arguments))
        : Calls.delivered(node, Calls.raw(node, arguments));
  }

  /** Returns a call of a node's twin with these arguments, as its list of results. */
  CodeBlock batch(NodeModel node, List<Calls.Value> arguments) {
    Twin twin = node.twin().orElseThrow();
    return node.traits().hasTerms()
        ? adapted(node, Form.BATCH, Calls.listed(arguments))
        : Calls.joined(node.label(), twin.delivery(), Calls.method(twin.method(), arguments));
  }

  /**
   * Returns the expression that starts an asynchronous node with these arguments, as its call.
   *
   * @param started what the run has started
   * @param since when the node began
   */
  CodeBlock start(NodeModel node, CodeBlock started, CodeBlock since, List<Calls.Value> arguments) {
    if (node.traits().hasTerms()) {
      CodeBlock run = CodeBlock.of("$L,$W$L", started, since);
      return adapted(
          node,
          Form.START,
          arguments.isEmpty() ? run : CodeBlock.of("$L,$W$L", run, Calls.listed(arguments)));
    }
    return CodeBlock.of(
        "$L.<$T>add($L,$W$S,$W$L)",
        started,
        Types.landing(node),
        since,
        node.label(),
        Calls.stage(node, arguments));
  }

  /** Returns the terms on which a node is called. */
  CodeBlock terms(NodeModel node) {
    return node.traits().hasTerms()
        ? CodeBlock.of("$T.$N", type, constant(node))
        : CodeBlock.of("$T.of($S)", Types.TERMS, node.label());
  }

  private CodeBlock adapted(NodeModel node, Form form, CodeBlock arguments) {
    Key key = new Key(node, form);
    String name = methods.get(key);
    if (name == null) {
      name = names.newName(node.label() + form.suffix);
      methods.put(key, name);
      written.add(method(node, form, name, constant(node)));
    }
    return CodeBlock.of("$T.$N($L)", type, name, arguments);
  }

  private MethodSpec method(NodeModel node, Form form, String name, String constant) {
    NameAllocator local = constants.clone();
    node.method().owner().simpleNames().forEach(local::newName); // a parameter would hide the class
    boolean nullable = form == Form.ONE && node.result().isNullable();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .returns(Types.name(produced(node, form), nullable));
    String started = "";
    String since = "";
    if (form == Form.START) {
      started = local.newName("started");
      since = local.newName("since");
      method.addParameter(Types.STARTED, started).addParameter(TypeName.LONG, since);
      method.returns(Types.pending(node));
    }
    List<Calls.Value> arguments = parameters(node, form, local, method);
    Twin twin = node.twin().orElse(null);
    boolean isBatch = form == Form.BATCH && twin != null;
    CodeBlock raw = isBatch ? Calls.method(twin.method(), arguments) : Calls.raw(node, arguments);
    CodeBlock call =
        switch (form) {
          case START ->
              CodeBlock.of(
                  "$N.<$T>start($N, $N, () -> $L)",
                  started,
                  Types.landing(node),
                  since,
                  constant,
                  Calls.stage(node, arguments));
          case BATCH, ONE ->
              CodeBlock.of(
                  "$N.call(() -> $L)",
                  constant,
                  isBatch
                      ? Calls.joined(node.label(), twin.delivery(), raw)
                      : Calls.delivered(node, raw));
        };
    return method
        .addCode("// $L\n", isBatch ? twin.method() : node.display())
        .addStatement("return $L", call)
        .build();
  }

  private static List<Calls.Value> parameters(
      NodeModel node, Form form, NameAllocator local, MethodSpec.Builder method) {
    List<Calls.Value> arguments = new ArrayList<>();
    Twin twin = node.twin().orElse(null);
    int receiver = node.method().isStatic() ? 0 : 1;
    for (int i = 0; i < node.ports().size(); i++) {
      Port port = node.ports().get(i);
      boolean isMapped =
          form == Form.BATCH && twin != null && i >= receiver && twin.mapped().get(i - receiver);
      TypeRef wanted = (isMapped ? twin.method().types().get(i - receiver) : port.type()).plain();
      String parameter = local.newName(port.parameter());
      boolean nullable = !isMapped && port.type().isNullable();
      method.addParameter(Types.name(wanted, nullable), parameter);
      arguments.add(new Calls.Value(CodeBlock.of("$N", parameter), wanted));
    }
    return arguments;
  }

  private static TypeRef produced(NodeModel node, Form form) {
    TypeRef result = node.result().plain();
    if (form == Form.BATCH) {
      return TypeRef.listOf(result);
    }
    return node.traits().delivery() == Delivery.RESOURCE
        ? new TypeRef.Declared(KnownTypes.RESOURCE, List.of(new TypeRef.Wildcard(result, null)))
        : result;
  }

  private String constant(NodeModel node) {
    String known = terms.get(node);
    if (known != null) {
      return known;
    }
    String name = constants.newName(Scope.constant(node.label() + "Terms"));
    terms.put(node, name);
    Traits traits = node.traits();
    CodeBlock.Builder value = CodeBlock.builder().add("$T.of($S)", Types.TERMS, node.label());
    if (traits.pace().isLimited()) {
      value.add("$Z.rate($L, $LL)", traits.pace().calls(), traits.pace().periodNanos());
    }
    traits
        .retry()
        .ifPresent(
            retry ->
                value.add(
                    "$Z.attempts($L, $LL,$W$L,$W$L)",
                    retry.attempts(),
                    retry.backoffNanos(),
                    classes(retry.on()),
                    classes(retry.notOn())));
    if (traits.timeoutNanos() > 0) {
      value.add("$Z.within($LL)", traits.timeoutNanos());
    }
    fields.add(
        FieldSpec.builder(Types.TERMS, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(value.build())
            .build());
    return name;
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
    return terms.isEmpty()
        ? List.of()
        : List.of(
            TypeSpec.classBuilder(type)
                .addJavadoc("Calls that are limited, tried again, or given so much time.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addFields(fields)
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                .addMethods(written)
                .build());
  }
}
