package dev.millrace.processor.collect;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads the {@code @Nested} methods of a pipeline. */
final class NestedReader {
  private final SignatureReader signatures;
  private final PipelineReader pipelines;
  private final Problems problems;
  private final NameRule names;
  private final SplitReader splits;

  NestedReader(SignatureReader signatures, PipelineReader pipelines, Problems problems) {
    this.signatures = signatures;
    this.pipelines = pipelines;
    this.problems = problems;
    this.names = new NameRule(problems);
    this.splits = new SplitReader(signatures, problems);
  }

  /** Returns the use, and the components of its record if that is split; none if it is broken. */
  List<Member> read(
      TypeElement type, ExecutableElement method, AnnotationMirror annotation, Reading reading) {
    Optional<SignatureReader.Signature> read = signatures.read(type, method);
    AnnotationValue value = Annotations.value(annotation, "value");
    if (read.isEmpty() || value == null) {
      return List.of();
    }
    SignatureReader.Signature signature = read.get();
    String display = signature.method().toString();
    ElementOrigin origin = signatures.origin(method, display);
    Optional<TypeElement> target = Annotations.type(value);
    if (target.isEmpty()) {
      problems.add(Message.CLASS_WITHOUT_NODES, origin, value.getValue());
      return List.of();
    }
    Optional<List<NestedModel.Parameter>> parameters = parameters(method, signature);
    String name = signature.method().name();
    boolean sound = names.checkOutput(name, name + "Of", origin);
    if (!sound || parameters.isEmpty() || !pipelines.usable(target.get(), origin, reading)) {
      return List.of();
    }
    if (!modesFit(annotation, parameters.get(), display, origin)) {
      return List.of();
    }
    boolean isSplit = Annotations.has(method, Annotations.SPLIT);
    List<SplitReader.Part> parts = isSplit ? splits.parts(signature.result(), origin) : List.of();
    if (isSplit && parts.isEmpty()) {
      return List.of();
    }
    NestedModel nested =
        new NestedModel(
            isSplit ? SplitReader.recordName(name) : name,
            signature.method(),
            TypeReader.classRef(target.get()),
            pipelines.members(target.get(), origin, reading),
            pipelines.closing(target.get()),
            Annotations.string(annotation, "output"),
            parts.stream()
                .map(part -> new NestedModel.Part(part.name(), part.inner(), part.type()))
                .toList(),
            parameters.get(),
            Annotations.constant(annotation, "mode").equals("PRODUCT"),
            Annotations.flag(annotation, "flatten"),
            signature.result(),
            origin);
    List<Member> members = new ArrayList<>();
    members.add(nested);
    parts.forEach(part -> members.add(SplitReader.component(nested, nested.output(), part)));
    return members;
  }

  private boolean modesFit(
      AnnotationMirror annotation,
      List<NestedModel.Parameter> parameters,
      String display,
      ElementOrigin origin) {
    long mapped = parameters.stream().filter(NestedModel.Parameter::each).count();
    if (Annotations.constant(annotation, "mode").equals("PRODUCT") && mapped < 2) {
      problems.add(Message.NESTED_PRODUCT, origin, display, mapped);
      return false;
    }
    if (Annotations.flag(annotation, "flatten") && mapped == 0) {
      problems.add(Message.NESTED_FLATTEN, origin, display, "it maps over nothing");
      return false;
    }
    return true;
  }

  private Optional<List<NestedModel.Parameter>> parameters(
      ExecutableElement method, SignatureReader.Signature signature) {
    List<NestedModel.Parameter> parameters = new ArrayList<>();
    boolean sound = true;
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      String name = signature.names().get(i);
      ElementOrigin origin =
          signatures.origin(parameter, signature.method() + ", parameter \"" + name + "\"");
      AnnotationMirror each = Annotations.find(parameter, Annotations.EACH);
      AnnotationMirror as = Annotations.find(parameter, Annotations.AS);
      if (each != null && as != null) {
        problems.add(Message.NESTED_EACH_AND_AS, origin, name);
        sound = false;
        continue;
      }
      sound &= names.checkInput(name, name + "Of", origin);
      String inner = Annotations.string(each != null ? each : as, "value");
      parameters.add(
          new NestedModel.Parameter(
              name,
              inner.isEmpty() ? name : inner,
              each != null,
              materialised(signature.method().types().get(i)),
              Annotations.has(parameter, Annotations.INPUT),
              origin));
    }
    return sound ? Optional.of(parameters) : Optional.empty();
  }

  /** What a stream's output is kept as: it can be read more than once. */
  private static TypeRef materialised(TypeRef type) {
    TypeRef element = type.argumentOf(KnownTypes.STREAM);
    return element == null ? type : TypeRef.listOf(element);
  }
}
