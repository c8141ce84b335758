package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NestedModel;
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

  NestedReader(SignatureReader signatures, PipelineReader pipelines, Problems problems) {
    this.signatures = signatures;
    this.pipelines = pipelines;
    this.problems = problems;
    this.names = new NameRule(problems);
  }

  Optional<NestedModel> read(
      TypeElement type, ExecutableElement method, AnnotationMirror annotation, Reading reading) {
    Optional<SignatureReader.Signature> read = signatures.read(type, method);
    AnnotationValue value = Annotations.value(annotation, "value");
    if (read.isEmpty() || value == null) {
      return Optional.empty();
    }
    SignatureReader.Signature signature = read.get();
    String display = signature.method().toString();
    ElementOrigin origin = signatures.origin(method, display);
    Optional<TypeElement> target = Annotations.type(value);
    if (target.isEmpty()) {
      problems.add(Message.CLASS_WITHOUT_NODES, origin, value.getValue());
      return Optional.empty();
    }
    Optional<List<NestedModel.Parameter>> parameters = parameters(method, signature);
    boolean sound = names.checkOutput(signature.method().name(), origin);
    if (!sound || !pipelines.usable(target.get(), origin, reading)) {
      return Optional.empty();
    }
    List<Member> members = pipelines.members(target.get(), origin, reading);
    ClassRef targetName = CompilerTypes.classRef(target.get());
    return parameters.map(
        listed ->
            new NestedModel(
                signature.method().name(),
                signature.method(),
                targetName,
                members,
                Annotations.string(annotation, "output"),
                List.of(),
                listed,
                false,
                false,
                signature.result(),
                origin));
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
      sound &= names.checkInput(name, origin);
      String inner = Annotations.string(each != null ? each : as, "value");
      parameters.add(
          new NestedModel.Parameter(
              name,
              inner.isEmpty() ? name : inner,
              each != null,
              signature.method().types().get(i),
              origin));
    }
    return sound ? Optional.of(parameters) : Optional.empty();
  }
}
