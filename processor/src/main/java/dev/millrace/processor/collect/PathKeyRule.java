package dev.millrace.processor.collect;

import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Refuses {@code @ByName} and {@code @ByContent} where they say nothing, or too much. */
final class PathKeyRule {
  private final SignatureReader signatures;
  private final Problems problems;

  PathKeyRule(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.problems = problems;
  }

  /** Checks a parameter or component that has the annotation of that name. */
  void check(Element element, String annotation) {
    boolean isOfRecord =
        KeyingReader.isOfConstructor(element)
            && element.getEnclosingElement().getEnclosingElement().getKind() == ElementKind.RECORD;
    if (isOfRecord) {
      return; // said of the component
    }
    String fault = fault(element, annotation);
    if (!fault.isEmpty()) {
      String shown = shown(element);
      problems.add(
          Message.PATH_KEY,
          signatures.origin(place(element), shown),
          annotation.substring(annotation.lastIndexOf('.') + 1),
          shown,
          fault);
    }
  }

  private static String fault(Element element, String annotation) {
    if (!hasPath(element.asType())) {
      return "there is no java.nio.file.Path in " + typeName(element) + "; drop it";
    }
    boolean isSecond =
        annotation.equals(Annotations.BY_CONTENT) && Annotations.has(element, Annotations.BY_NAME);
    if (isSecond) {
      return "it is @ByName as well; choose one";
    }
    KeyPolicy policy = KeyingReader.of(element).policy();
    return policy == KeyPolicy.AUTO
        ? ""
        : "@In(key = KeyPolicy." + policy + ") says what it is in keys; drop one";
  }

  private static String typeName(Element element) {
    try {
      return TypeReader.read(element.asType()).toString();
    } catch (UnreadableTypeException odd) {
      return "its type";
    }
  }

  /** Compilers know where a record's field stands, and not always where its component does. */
  private static Element place(Element element) {
    return ElementFilter.fieldsIn(element.getEnclosingElement().getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(element.getSimpleName()))
        .findFirst()
        .<Element>map(field -> field)
        .orElse(element);
  }

  private static String shown(Element element) {
    Element around = element.getEnclosingElement();
    if (around instanceof TypeElement record) {
      return TypeReader.classRef(record).nestedName()
          + ", component \""
          + element.getSimpleName()
          + "\"";
    }
    String owner = TypeReader.classRef((TypeElement) around.getEnclosingElement()).nestedName();
    String method =
        around.getKind() == ElementKind.CONSTRUCTOR
            ? owner + "'s constructor"
            : owner + "#" + around.getSimpleName();
    return method + ", parameter \"" + element.getSimpleName() + "\"";
  }

  /** Returns whether a path stands in a type, or among what it is made of. */
  private static boolean hasPath(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return hasPath(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return hasPath(wildcard.getExtendsBound());
    }
    return type instanceof DeclaredType declared
        && (type.getKind() == TypeKind.ERROR // said by the compiler
            || TypeReader.classRef((TypeElement) declared.asElement()).equals(KnownTypes.PATH)
            || declared.getTypeArguments().stream().anyMatch(PathKeyRule::hasPath));
  }
}
