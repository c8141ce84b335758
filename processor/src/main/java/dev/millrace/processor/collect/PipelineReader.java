package dev.millrace.processor.collect;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
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
import javax.lang.model.util.ElementFilter;

/** Reads a pipeline: the classes it lists, then its own nodes and nested uses. */
final class PipelineReader {
  private final SignatureReader signatures;
  private final Collector.ClassReader classes;
  private final NestedReader nested;
  private final Problems problems;
  private final List<ClassRef> open = new ArrayList<>();

  PipelineReader(SignatureReader signatures, Collector.ClassReader classes, Problems problems) {
    this.signatures = signatures;
    this.classes = classes;
    this.problems = problems;
    this.nested = new NestedReader(signatures, this, problems);
  }

  /** Returns the pipeline, or nothing if the type cannot be one; reports why. */
  Optional<PipelineModel> read(TypeElement type) {
    ClassRef name = CompilerTypes.classRef(type);
    AnnotationMirror annotation = Annotations.find(type, Annotations.PIPELINE);
    ElementOrigin origin = signatures.origin(type, annotation, null, name.nestedName());
    if (type.getKind() != ElementKind.INTERFACE) {
      problems.add(
          Message.PIPELINE_KIND, signatures.origin(type, name.nestedName()), name.nestedName());
      return Optional.empty();
    }
    if (!type.getTypeParameters().isEmpty()) {
      problems.add(
          Message.PIPELINE_GENERIC, signatures.origin(type, name.nestedName()), name.nestedName());
      return Optional.empty();
    }
    boolean isPublic = true;
    for (Element each = type;
        each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        problems.add(
            Message.PIPELINE_PRIVATE,
            signatures.origin(type, name.nestedName()),
            name.nestedName());
        return Optional.empty();
      }
      isPublic &= each.getModifiers().contains(Modifier.PUBLIC);
    }
    Set<ClassRef> sources = new LinkedHashSet<>();
    List<Member> members = members(type, type, sources);
    if (members.isEmpty() && problems.isEmpty()) {
      problems.add(Message.PIPELINE_EMPTY, origin, name.nestedName());
    }
    return Optional.of(new PipelineModel(name, isPublic, members, List.copyOf(sources), origin));
  }

  /**
   * Returns the members of a class of nodes or of a pipeline, and notes where they came from.
   *
   * @param viewer the pipeline that will call them
   */
  List<Member> members(TypeElement type, TypeElement viewer, Set<ClassRef> sources) {
    ClassRef name = CompilerTypes.classRef(type);
    AnnotationMirror pipeline = Annotations.find(type, Annotations.PIPELINE);
    if (pipeline == null) {
      sources.add(name);
      checkVisible(type, viewer);
      return classes.members(type);
    }
    if (open.contains(name)) {
      List<ClassRef> loop = new ArrayList<>(open.subList(open.indexOf(name), open.size()));
      loop.add(name);
      problems.add(
          Message.PIPELINE_ITSELF,
          signatures.origin(viewer, name.nestedName()),
          name.nestedName(),
          loop.stream().map(ClassRef::nestedName).collect(joining(" -> ")));
      return List.of();
    }
    open.add(name);
    try {
      Set<Member> members = new LinkedHashSet<>();
      for (AnnotationValue value : Annotations.values(pipeline, "value")) {
        members.addAll(listed(Annotations.type(value), type, pipeline, value, sources));
      }
      List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
      if (!methods.isEmpty()) {
        sources.add(name);
      }
      members.addAll(classes.members(type));
      for (ExecutableElement method : methods) {
        nested(type, method, sources).ifPresent(members::add);
      }
      return List.copyOf(members);
    } finally {
      open.remove(name);
    }
  }

  private void checkVisible(TypeElement type, TypeElement viewer) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      boolean called =
          Annotations.has(method, Annotations.NODE) || Annotations.has(method, Annotations.BATCH);
      if (called
          && !method.getModifiers().contains(Modifier.PRIVATE)
          && !Visibility.isVisible(method, viewer)) {
        problems.add(
            Message.NODE_INVISIBLE,
            signatures.origin(viewer, CompilerTypes.classRef(viewer).nestedName()),
            SignatureReader.display(type, method),
            viewer.getSimpleName());
      }
    }
  }

  private List<Member> listed(
      TypeElement listed,
      TypeElement pipeline,
      AnnotationMirror annotation,
      AnnotationValue value,
      Set<ClassRef> sources) {
    ClassRef name = CompilerTypes.classRef(listed);
    ElementOrigin origin = signatures.origin(pipeline, annotation, value, name.nestedName());
    if (!Visibility.isVisible(listed, pipeline)) {
      problems.add(Message.CLASS_INVISIBLE, origin, name.canonicalName(), pipeline.getSimpleName());
      return List.of();
    }
    boolean annotated =
        Annotations.has(listed, Annotations.PIPELINE)
            || ElementFilter.methodsIn(listed.getEnclosedElements()).stream()
                .anyMatch(method -> Annotations.has(method, Annotations.NODE));
    if (!annotated) {
      problems.add(Message.CLASS_WITHOUT_NODES, origin, name.nestedName());
      return List.of();
    }
    return members(listed, pipeline, sources);
  }

  private Optional<Member> nested(
      TypeElement type, ExecutableElement method, Set<ClassRef> sources) {
    AnnotationMirror annotation = Annotations.find(method, Annotations.NESTED);
    boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
    if (isAbstract && annotation != null) {
      return nested.read(type, method, annotation, sources).map(each -> each);
    }
    if ((isAbstract || annotation != null) && !Annotations.has(method, Annotations.NODE)) {
      String display = SignatureReader.display(type, method);
      problems.add(Message.PIPELINE_METHOD, signatures.origin(method, display), display);
    }
    return Optional.empty();
  }
}
