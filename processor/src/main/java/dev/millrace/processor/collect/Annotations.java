package dev.millrace.processor.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The names of the annotations, and their values as the compiler gives them. */
public final class Annotations {
  public static final String NODE = "dev.millrace.Node";
  public static final String BATCH = "dev.millrace.Batch";
  public static final String PIPELINE = "dev.millrace.Pipeline";
  public static final String NESTED = "dev.millrace.Nested";

  /** What a companion keeps the parameters' names of. */
  public static final List<String> INDEXED = List.of(NODE, BATCH, NESTED);

  public static final String EACH = "dev.millrace.Each";
  public static final String AS = "dev.millrace.As";
  public static final String IN = "dev.millrace.In";
  public static final String INPUT = "dev.millrace.Input";
  public static final String SPLIT = "dev.millrace.Split";
  public static final String DEFAULT = "dev.millrace.Default";
  public static final String RETRY = "dev.millrace.Retry";
  public static final String TIMEOUT = "dev.millrace.Timeout";
  public static final String RATE_LIMIT = "dev.millrace.RateLimit";
  public static final String WHEN = "dev.millrace.When";
  public static final String TWIN_TEST = "dev.millrace.TwinTest";
  public static final String STATEFUL = "dev.millrace.Stateful";
  public static final String CACHE_KEY = "dev.millrace.CacheKey";
  public static final String STORED = "dev.millrace.Stored";
  public static final String BY_NAME = "dev.millrace.ByName";
  public static final String BY_CONTENT = "dev.millrace.ByContent";
  static final String NODE_INDEX = "dev.millrace.index.NodeIndex";

  private Annotations() {}

  /** Returns the annotation of that name on the element, or null. */
  static @Nullable AnnotationMirror find(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(name)) {
        return mirror;
      }
    }
    return null;
  }

  /** Returns whether the annotation, whosever it is, says that null is a value. */
  static boolean saysNullable(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
  }

  /** Returns whether the element has the annotation. */
  static boolean has(Element element, String name) {
    return find(element, name) != null;
  }

  /** Returns a value that is written out, or null where it is left to its default. */
  static @Nullable AnnotationValue value(AnnotationMirror mirror, String attribute) {
    for (var entry : mirror.getElementValues().entrySet()) {
      ExecutableElement key = entry.getKey();
      if (key.getSimpleName().contentEquals(attribute)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Returns a string; the empty one where it is left out. */
  static String string(@Nullable AnnotationMirror mirror, String attribute) {
    AnnotationValue value = mirror == null ? null : value(mirror, attribute);
    return value == null ? "" : value.getValue().toString();
  }

  /** Returns the name of an enum's constant; the empty one where it is left out. */
  static String constant(AnnotationMirror mirror, String attribute) {
    AnnotationValue value = value(mirror, attribute);
    return value != null && value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** Returns whether a flag is set. */
  static boolean flag(AnnotationMirror mirror, String attribute) {
    AnnotationValue value = value(mirror, attribute);
    return value != null && Boolean.TRUE.equals(value.getValue());
  }

  /** Returns the values of an array. */
  static List<AnnotationValue> values(AnnotationMirror mirror, String attribute) {
    List<AnnotationValue> values = new ArrayList<>();
    AnnotationValue value = value(mirror, attribute);
    if (value != null) {
      if (value.getValue() instanceof List<?> list) {
        list.forEach(each -> values.add((AnnotationValue) each));
      } else {
        values.add(value);
      }
    }
    return values;
  }

  static List<String> strings(AnnotationMirror mirror, String attribute) {
    return values(mirror, attribute).stream().map(each -> each.getValue().toString()).toList();
  }

  static List<AnnotationMirror> annotations(AnnotationMirror mirror, String attribute) {
    return values(mirror, attribute).stream()
        .map(each -> (AnnotationMirror) each.getValue())
        .toList();
  }

  /**
   * Returns the class that a value names, or nothing where it names another type, as {@code
   * int.class} does.
   *
   * @throws UnresolvedTypeException if there is no such type
   */
  static Optional<TypeElement> type(AnnotationValue value) {
    if (!(value.getValue() instanceof TypeMirror mirror)) {
      throw new UnresolvedTypeException("a class"); // javac tells no more
    }
    if (mirror.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(mirror.toString());
    }
    return mirror.getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) ((DeclaredType) mirror).asElement())
        : Optional.empty();
  }
}
