package dev.millrace.processor.collect;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a pipeline: the classes it lists, then its own nodes and nested uses. */
final class PipelineReader {
  private final SignatureReader signatures;
  private final Collector.ClassReader classes;
  private final NestedReader nested;
  private final Problems problems;

  PipelineReader(SignatureReader signatures, Collector.ClassReader classes, Problems problems) {
    this.signatures = signatures;
    this.classes = classes;
    this.problems = problems;
    this.nested = new NestedReader(signatures, this, problems);
  }

  /** Returns the pipeline, or nothing if the type cannot be one; reports why. */
  Optional<PipelineModel> read(TypeElement type) {
    ClassRef name = TypeReader.classRef(type);
    AnnotationMirror annotation = Annotations.find(type, Annotations.PIPELINE);
    ElementOrigin origin = signatures.origin(type, annotation, null, name.nestedName());
    Optional<Message> fault = fault(type);
    if (fault.isPresent()) {
      problems.add(fault.get(), origin, name.nestedName());
      return Optional.empty();
    }
    Reading reading = new Reading(type);
    List<Member> members = members(type, origin, reading);
    if (members.isEmpty() && reading.isComplete()) {
      problems.add(Message.PIPELINE_EMPTY, origin, name.nestedName());
      reading.leftOut();
    }
    return Optional.of(
        new PipelineModel(
            name,
            Visibility.isPublic(type),
            members,
            closing(type),
            reading.included,
            List.copyOf(reading.sources),
            List.copyOf(reading.deprecations),
            signatures.shadowsJavaLang(type),
            reading.isComplete(),
            origin));
  }

  /** Returns what a closed pipeline shows. */
  Optional<PipelineModel.Closing> closing(TypeElement type) {
    AnnotationMirror annotation = Annotations.find(type, Annotations.PIPELINE);
    if (annotation == null) {
      return Optional.empty();
    }
    List<PipelineModel.Listed> inputs = listed(type, annotation, "inputs");
    List<PipelineModel.Listed> outputs = listed(type, annotation, "outputs");
    AnnotationValue place = Annotations.value(annotation, "inputs");
    String name = TypeReader.classRef(type).nestedName();
    return inputs.isEmpty() && outputs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PipelineModel.Closing(
                inputs, outputs, signatures.origin(type, annotation, place, name)));
  }

  private List<PipelineModel.Listed> listed(
      TypeElement type, AnnotationMirror annotation, String attribute) {
    String place = TypeReader.classRef(type).nestedName();
    return Annotations.values(annotation, attribute).stream()
        .map(
            value ->
                new PipelineModel.Listed(
                    value.getValue().toString(), signatures.origin(type, annotation, value, place)))
        .toList();
  }

  private static Optional<Message> fault(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      return Optional.of(Message.PIPELINE_KIND);
    }
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.of(Message.PIPELINE_GENERIC);
    }
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(Message.PIPELINE_PRIVATE);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the members of a class or pipeline, each once.
   *
   * @param place where it is named
   */
  List<Member> members(TypeElement type, ElementOrigin place, Reading reading) {
    AnnotationMirror pipeline = Annotations.find(type, Annotations.PIPELINE);
    if (pipeline == null) {
      return nodes(type, place, reading);
    }
    ClassRef name = TypeReader.classRef(type);
    if (reading.open.contains(name)) {
      List<ClassRef> loop = new ArrayList<>(reading.open);
      loop.subList(0, loop.indexOf(name)).clear();
      loop.add(name);
      problems.add(
          Message.PIPELINE_ITSELF,
          place,
          name.nestedName(),
          loop.stream().map(ClassRef::nestedName).collect(joining(" -> ")));
      reading.leftOut();
      return List.of();
    }
    reading.open.add(name);
    checkAlone(type, reading);
    Set<Member> members = new LinkedHashSet<>();
    for (AnnotationValue value : Annotations.values(pipeline, "value")) {
      List<Member> listed = listed(type, pipeline, value, reading);
      members.addAll(listed);
      if (type.equals(reading.viewer) && isPipeline(value)) {
        reading.included.add(listed.stream().map(Member::output).collect(toSet()));
      }
    }
    members.addAll(own(type, place, reading));
    reading.open.remove(name);
    return List.copyOf(members);
  }

  private static boolean isPipeline(AnnotationValue value) {
    return Annotations.type(value)
        .filter(type -> Annotations.has(type, Annotations.PIPELINE))
        .isPresent();
  }

  /** Returns the pipeline's own nodes and nested uses, in the order in which they are written. */
  private List<Member> own(TypeElement type, ElementOrigin place, Reading reading) {
    List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
    List<Member> own = new ArrayList<>(nodes(type, place, reading));
    methods.forEach(method -> own.addAll(nested(type, method, reading)));
    own.sort(
        Comparator.comparingInt(
            member -> methods.indexOf(((ElementOrigin) member.origin()).element())));
    return own;
  }

  private void checkAlone(TypeElement type, Reading reading) {
    for (TypeMirror parent : type.getInterfaces()) {
      String name = TypeReader.classRef(type).nestedName();
      String other =
          TypeReader.classRef((TypeElement) ((DeclaredType) parent).asElement()).nestedName();
      problems.add(Message.PIPELINE_EXTENDS, signatures.origin(type, name), name, other, other);
      reading.leftOut();
    }
  }

  /** Returns the members that a class declares itself. */
  List<Member> nodes(TypeElement type, ElementOrigin place, Reading reading) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (Annotations.INDEXED.stream().anyMatch(name -> Annotations.has(method, name))) {
        checkVisible(type, method, place, reading);
        reading.deprecations.addAll(Deprecations.of(method));
      }
    }
    if (signatures.hasCompanion(type)) {
      reading.sources.add(TypeReader.classRef(type));
    }
    if (!classes.isComplete(type)) {
      reading.leftOut();
    }
    return List.copyOf(classes.nodes(type));
  }

  private void checkVisible(
      TypeElement type, ExecutableElement method, ElementOrigin place, Reading reading) {
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      return; // said where it stands
    }
    String viewer = TypeReader.classRef(reading.viewer).nestedName();
    if (!Visibility.isVisible(method, reading.viewer)) {
      problems.add(Message.NODE_INVISIBLE, place, SignatureReader.display(type, method), viewer);
      reading.leftOut();
      return;
    }
    List<TypeElement> all = new ArrayList<>(Visibility.hiddenIn(method, reading.viewer));
    BatchReader.weigher(method)
        .filter(weigher -> !MadeByUs.isVisible(weigher, reading.viewer))
        .ifPresent(all::add);
    for (TypeElement hidden : all) {
      problems.add(
          Message.TYPE_INVISIBLE,
          place,
          SignatureReader.display(type, method),
          TypeReader.classRef(hidden).nestedName(),
          viewer);
      reading.leftOut();
    }
  }

  private List<Member> listed(
      TypeElement pipeline, AnnotationMirror annotation, AnnotationValue value, Reading reading) {
    Optional<TypeElement> type = Annotations.type(value);
    String name =
        type.map(each -> TypeReader.classRef(each).nestedName())
            .orElseGet(() -> value.getValue().toString());
    ElementOrigin origin = signatures.origin(pipeline, annotation, value, name);
    if (type.isEmpty()) {
      problems.add(Message.CLASS_WITHOUT_NODES, origin, name);
    }
    if (type.isEmpty() || !usable(type.get(), origin, reading)) {
      reading.leftOut();
      return List.of();
    }
    return members(type.get(), origin, reading);
  }

  /** Returns whether a class can be listed or nested; reports why not. */
  boolean usable(TypeElement type, ElementOrigin origin, Reading reading) {
    ClassRef name = TypeReader.classRef(type);
    if (!Visibility.isVisible(type, reading.viewer)) {
      problems.add(
          Message.CLASS_INVISIBLE,
          origin,
          name.canonicalName(),
          TypeReader.classRef(reading.viewer).nestedName());
      return false;
    }
    boolean annotated =
        Annotations.has(type, Annotations.PIPELINE)
            || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(
                    method ->
                        Annotations.has(method, Annotations.NODE) || BatchReader.isAlone(method));
    if (!annotated) {
      problems.add(Message.CLASS_WITHOUT_NODES, origin, name.nestedName());
    }
    return annotated;
  }

  private List<Member> nested(TypeElement type, ExecutableElement method, Reading reading) {
    if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      return List.of();
    }
    AnnotationMirror annotation = Annotations.find(method, Annotations.NESTED);
    if (annotation == null) {
      if (!Annotations.has(method, Annotations.NODE)) {
        String display = SignatureReader.display(type, method);
        problems.add(Message.PIPELINE_METHOD, signatures.origin(method, display), display);
        reading.leftOut();
      }
      return List.of();
    }
    List<Member> read = nested.read(type, method, annotation, reading);
    if (read.isEmpty()) {
      reading.leftOut();
    }
    return read;
  }
}
