package dev.millrace.processor.generate;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Sample;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TwinTestModel;
import dev.millrace.processor.model.TwinTestModel.Trial;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the test of some nodes' twins, a method for each. */
final class TwinTestEmitter {
  /** What is the same for all items of a batch is another for each draw. */
  private static final int DRAWS = 12;

  private static final int TRIES_A_DRAW = 20;

  /** What every object has, and no test can be called. */
  private static final List<String> OBJECTS_OWN =
      List.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final TwinTestModel test;
  private final ClassRef name;
  private final NameAllocator names = new NameAllocator();
  private final SampleEmitter samples;
  private final List<TypeSpec> rows = new ArrayList<>();

  TwinTestEmitter(TwinTestModel test, ClassRef name) {
    this.test = test;
    this.name = name;
    this.samples = new SampleEmitter(Types.name(test.type()), names);
    OBJECTS_OWN.forEach(names::newName);
  }

  TypeSpec emit() {
    AnnotationSpec.Builder from = AnnotationSpec.builder(Types.GENERATED);
    test.sources()
        .forEach(
            each -> from.addMember("value", "$T.class", Types.name(each.companion("_NodeIndex"))));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc(
                "The twins that {@link $T} lists, each against its node.\n",
                Types.name(test.type()))
            .addAnnotation(from.build())
            .addModifiers(Modifier.FINAL);
    if (!test.leftOut().isEmpty()) {
      type.addJavadoc(
          "\n<p>Not tested, because no two calls need agree: $L.\n",
          test.leftOut().stream()
              .map(each -> "{@code " + each.display() + "}")
              .distinct()
              .collect(joining(", ")));
    }
    if (!test.deprecations().isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      test.deprecations().forEach(each -> suppress.addMember("value", "$S", each));
      type.addAnnotation(suppress.build());
    }
    List<MethodSpec> methods = test.trials().stream().map(this::method).toList();
    return type.addMethods(methods).addMethods(samples.methods()).addTypes(rows).build();
  }

  private MethodSpec method(Trial trial) {
    NodeModel node = trial.node();
    String method = names.newName(node.method().name());
    NameAllocator local = new NameAllocator();
    List<Integer> mapped = mapped(node);
    List<Calls.Value> values = new ArrayList<>();
    CodeBlock.Builder fixed = CodeBlock.builder();
    CodeBlock.Builder drawn = CodeBlock.builder();
    List<String> shown = new ArrayList<>();
    Set<TypeRef> thrown = new LinkedHashSet<>();
    String draw = local.newName("draw");
    int broadcasts = 0;
    for (int i = 0; i < node.ports().size(); i++) {
      Port port = node.ports().get(i);
      Sample sample = trial.values().get(i);
      TypeRef type = port.type().plain();
      if (mapped.contains(i)) {
        values.add(new Calls.Value(CodeBlock.of(""), type.boxed()));
        continue;
      }
      String value = local.newName(node.testName(port));
      values.add(new Calls.Value(CodeBlock.of("$N", value), type));
      if (sample instanceof Sample.Given given) {
        thrown.addAll(given.thrown());
      }
      if (sample instanceof Sample.Given given && !given.samples()) {
        fixed.addStatement("$T $N = $L", Types.name(type), value, samples.value(given));
        continue;
      }
      CodeBlock number =
          broadcasts == 0 ? CodeBlock.of("$N", draw) : CodeBlock.of("$N + $L", draw, broadcasts);
      drawn.addStatement(
          "$T $N = $L.get(0, $L)", Types.name(type), value, samples.samples(sample, type), number);
      broadcasts++;
      if (!(sample instanceof Sample.Given)) {
        shown.add(value);
      }
    }
    CodeBlock check = check(trial, method, mapped, values, shown, local, broadcasts > 0);
    MethodSpec.Builder written =
        MethodSpec.methodBuilder(method)
            .addJavadoc(
                node.alone()
                    ? "{@code $L} with many against itself with one.\n"
                    : "{@code $L} against {@code $L}.\n",
                pair(node))
            .addAnnotation(Types.JUNIT_TEST)
            .addCode(fixed.build());
    thrown.forEach(each -> written.addException(Types.name(each)));
    if (broadcasts > 0) {
      written
          .beginControlFlow("for (int $N = 0; $N < $L; $N++)", draw, draw, DRAWS, draw)
          .addCode(drawn.build())
          .addStatement(check)
          .endControlFlow();
    } else {
      written.addStatement(check);
    }
    return written.build();
  }

  private CodeBlock check(
      Trial trial,
      String method,
      List<Integer> mapped,
      List<Calls.Value> values,
      List<String> shown,
      NameAllocator local,
      boolean isDrawn) {
    NodeModel node = trial.node();
    Twin twin = node.twin().orElseThrow();
    boolean isOne = mapped.size() == 1;
    Port first = node.ports().get(mapped.get(0));
    String row = local.newName(isOne ? node.testName(first) : "row");
    String all = local.newName("rows");
    ClassName record = isOne ? null : record(trial, method, mapped);
    List<Calls.Value> one = new ArrayList<>();
    List<Calls.Value> many = new ArrayList<>();
    int receiver = node.method().isStatic() ? 0 : 1;
    for (int i = 0; i < values.size(); i++) {
      Port port = node.ports().get(i);
      TypeRef type = port.type().plain();
      if (!mapped.contains(i)) {
        one.add(values.get(i));
        many.add(values.get(i));
        continue;
      }
      String part = node.testName(port);
      one.add(
          record == null
              ? Calls.cast(new Calls.Value(CodeBlock.of("$N", row), type.boxed()), type)
              : new Calls.Value(CodeBlock.of("$N.$N()", row, part), type));
      CodeBlock list =
          record == null
              ? CodeBlock.of("$N", all)
              : CodeBlock.of(
                  "$T.<$T, $T>column($N, $T::$N)",
                  Types.TWIN_CHECK,
                  record,
                  Types.name(type.boxed()),
                  all,
                  record,
                  part);
      many.add(Calls.many(twin.method().types().get(i - receiver).plain(), list));
    }
    CodeBlock from =
        record == null
            ? samples.samples(trial.values().get(mapped.get(0)), first.type())
            : samples.rows(record, record.simpleName(), parts(trial, mapped));
    return CodeBlock.of(
        "$T.named($L)$L$L\n.check($>$>\n$L,\n$N -> $L,\n$N -> $L)$<$<",
        Types.TWIN_CHECK,
        title(node, shown),
        isDrawn ? CodeBlock.of("\n.tries($L)", TRIES_A_DRAW) : CodeBlock.of(""),
        tolerance(twin.tolerance()),
        from,
        row,
        Calls.delivered(node, Calls.raw(node, one)),
        all,
        Calls.joined(node.label(), twin.delivery(), Calls.method(twin.method(), many)));
  }

  private static Object[] pair(NodeModel node) {
    Object many = node.twin().orElseThrow().method();
    return node.alone() ? new Object[] {many} : new Object[] {many, node.display()};
  }

  private static CodeBlock title(NodeModel node, List<String> shown) {
    String text = node.method().owner().nestedName() + "#" + node.method().name();
    CodeBlock.Builder title = CodeBlock.builder();
    if (shown.isEmpty()) {
      return CodeBlock.of("$S", text);
    }
    for (String each : shown) {
      boolean isFirst = each.equals(shown.get(0));
      title.add(
          isFirst ? "$S + $N" : " + $S + $N", (isFirst ? text : "") + ", " + each + " = ", each);
    }
    return title.build();
  }

  private static CodeBlock tolerance(Twin.Tolerance tolerance) {
    return tolerance.ulps() > 0
        ? CodeBlock.of("\n.tolerance($T.ulps($L))", Types.TOLERANCE, tolerance.ulps())
        : tolerance.cosine() > 0
            ? CodeBlock.of("\n.tolerance($T.cosine($L))", Types.TOLERANCE, tolerance.cosine())
            : CodeBlock.of("");
  }

  private static List<Integer> mapped(NodeModel node) {
    int receiver = node.method().isStatic() ? 0 : 1;
    List<Integer> mapped = new ArrayList<>();
    List<Boolean> of = node.twin().orElseThrow().mapped();
    for (int i = 0; i < of.size(); i++) {
      if (of.get(i)) {
        mapped.add(i + receiver);
      }
    }
    return mapped;
  }

  /** Returns the record that one item's values make. */
  private ClassName record(Trial trial, String method, List<Integer> mapped) {
    String simple = Scope.capital(method) + "Row";
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Sample.Part part : parts(trial, mapped)) {
      constructor.addParameter(Types.name(part.type()), part.name());
    }
    rows.add(
        TypeSpec.recordBuilder(simple)
            .addModifiers(Modifier.PRIVATE)
            .recordConstructor(constructor.build())
            .build());
    return Types.name(name).nestedClass(simple);
  }

  private static List<Sample.Part> parts(Trial trial, List<Integer> mapped) {
    List<Sample.Part> parts = new ArrayList<>();
    for (int i : mapped) {
      Port port = trial.node().ports().get(i);
      parts.add(
          new Sample.Part(trial.node().testName(port), port.type().plain(), trial.values().get(i)));
    }
    return parts;
  }
}
