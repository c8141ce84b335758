package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
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
  private final Map<ClassRef, Map<Signature, Entry>> indexes = new HashMap<>();

  private record Signature(String method, List<String> types) {}

  private record Entry(List<String> names, List<String> nullable) {}

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
    ClassRef owner = TypeReader.classRef(type);
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
    return entry(owner, method).map(Entry::names);
  }

  private Optional<Entry> entry(ClassRef owner, ExecutableElement method) {
    return Optional.ofNullable(
        indexes.computeIfAbsent(owner, this::readIndex).get(signature(method)));
  }

  /** Returns a type of a method's signature with null where its class's companion says so. */
  TypeRef withNull(ClassRef owner, ExecutableElement method, String place, TypeRef type) {
    return isSource(owner)
        ? type
        : NullPaths.apply(place, type, entry(owner, method).map(Entry::nullable).orElse(List.of()));
  }

  /** Returns where in a method's signature null is a value. */
  List<String> nullable(ExecutableElement method) {
    List<String> places = new ArrayList<>(nullable("r", method.getReturnType(), method));
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      places.addAll(nullable(String.valueOf(i), parameter.asType(), parameter));
    }
    if (Annotations.has(method, Annotations.SPLIT)) {
      places.addAll(
          nullable(method.getReturnType(), method, type -> SplitReader.nullable(types, type)));
    }
    return places;
  }

  private List<String> nullable(String place, TypeMirror type, Element declaration) {
    return nullable(type, declaration, read -> NullPaths.of(place, read));
  }

  private List<String> nullable(
      TypeMirror type, Element declaration, Function<TypeRef, List<String>> places) {
    try {
      return places.apply(TypeReader.read(type, declaration));
    } catch (UnreadableTypeException unreadable) {
      return List.of(); // said where the method is read
    }
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

  private Map<Signature, Entry> readIndex(ClassRef owner) {
    Map<Signature, Entry> index = new HashMap<>();
    @Nullable TypeElement companion =
        elements.getTypeElement(owner.companion("_NodeIndex").canonicalName());
    AnnotationMirror annotation =
        companion == null ? null : Annotations.find(companion, Annotations.NODE_INDEX);
    if (annotation != null) {
      for (AnnotationMirror entry : Annotations.annotations(annotation, "value")) {
        index.put(
            new Signature(Annotations.string(entry, "method"), Annotations.strings(entry, "types")),
            new Entry(Annotations.strings(entry, "names"), Annotations.strings(entry, "nullable")));
      }
    }
    return index;
  }
}
