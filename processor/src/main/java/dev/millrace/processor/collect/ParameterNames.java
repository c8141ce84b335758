package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of a method's parameters: from source where its class is compiled now, else from
 * the class's companion. A class file's own names are never trusted: whether they are there depends
 * on flags, on the compiler and on whether the method has a body.
 */
final class ParameterNames {
  private final Elements elements;
  private final CompilerTypes types;
  private final Set<String> sources;
  private final Map<ClassRef, Map<Signature, List<String>>> indexes = new HashMap<>();

  private record Signature(String method, List<String> types) {}

  /**
   * @param sources the canonical names of the top-level classes that are compiled from source
   */
  ParameterNames(Elements elements, CompilerTypes types, Set<String> sources) {
    this.elements = elements;
    this.types = types;
    this.sources = sources;
  }

  /** Returns whether the class is compiled from source now. */
  boolean isSource(ClassRef owner) {
    return sources.contains(
        new ClassRef(owner.packageName(), owner.simpleNames().subList(0, 1)).canonicalName());
  }

  /** Returns whether a class has a companion, or gets one now. */
  boolean hasCompanion(TypeElement type) {
    ClassRef owner = CompilerTypes.classRef(type);
    return isSource(owner)
        ? IndexReader.hasEntries(type)
        : elements.getTypeElement(owner.companion("_NodeIndex").canonicalName()) != null;
  }

  /** Returns the names, or nothing where neither source nor companion tells them. */
  Optional<List<String>> of(ClassRef owner, ExecutableElement method) {
    if (isSource(owner)) {
      List<String> names = new ArrayList<>();
      for (VariableElement parameter : method.getParameters()) {
        names.add(parameter.getSimpleName().toString());
      }
      return Optional.of(names);
    }
    return Optional.ofNullable(
        indexes.computeIfAbsent(owner, this::readIndex).get(signature(method)));
  }

  /** Returns the parameters' erased types, as the index spells them. */
  List<String> erasedTypes(ExecutableElement method) {
    List<String> names = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      names.add(types.erasedName(parameter.asType()));
    }
    return names;
  }

  private Signature signature(ExecutableElement method) {
    return new Signature(method.getSimpleName().toString(), erasedTypes(method));
  }

  private Map<Signature, List<String>> readIndex(ClassRef owner) {
    Map<Signature, List<String>> index = new HashMap<>();
    @Nullable TypeElement companion =
        elements.getTypeElement(owner.companion("_NodeIndex").canonicalName());
    AnnotationMirror annotation =
        companion == null ? null : Annotations.find(companion, Annotations.NODE_INDEX);
    if (annotation != null) {
      for (AnnotationMirror entry : Annotations.annotations(annotation, "value")) {
        index.put(
            new Signature(Annotations.string(entry, "method"), Annotations.strings(entry, "types")),
            Annotations.strings(entry, "names"));
      }
    }
    return index;
  }
}
