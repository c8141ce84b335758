package dev.millrace.processor.collect;

import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.Keying;
import dev.millrace.processor.model.PathKey;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads what is said of parameters and components in keys. */
final class KeyingReader {
  private KeyingReader() {}

  /** Returns what a parameter says. */
  static Keying of(Element parameter) {
    AnnotationMirror in = Annotations.find(parameter, Annotations.IN);
    KeyPolicy policy = in == null ? KeyPolicy.AUTO : KeyPolicy.of(Annotations.constant(in, "key"));
    return new Keying(policy, paths(parameter));
  }

  /** Returns what a record's component says, itself or as a parameter of the constructor. */
  static PathKey of(RecordComponentElement component) {
    PathKey own = paths(component);
    return own == PathKey.UNSAID ? inConstructor(component) : own;
  }

  /** A class file may have the annotation there alone. */
  private static PathKey inConstructor(RecordComponentElement component) {
    TypeElement record = (TypeElement) component.getEnclosingElement();
    int place = record.getRecordComponents().indexOf(component);
    int count = record.getRecordComponents().size();
    for (ExecutableElement each : ElementFilter.constructorsIn(record.getEnclosedElements())) {
      boolean fits =
          each.getParameters().size() == count
              && each.getParameters()
                  .get(place)
                  .asType()
                  .toString()
                  .equals(component.asType().toString());
      if (fits && paths(each.getParameters().get(place)) != PathKey.UNSAID) {
        return paths(each.getParameters().get(place));
      }
    }
    return PathKey.UNSAID;
  }

  private static PathKey paths(Element element) {
    if (Annotations.has(element, Annotations.BY_CONTENT)) {
      return PathKey.CONTENT;
    }
    return Annotations.has(element, Annotations.BY_NAME) ? PathKey.NAME : PathKey.UNSAID;
  }

  /** Returns whether an element is a parameter of a constructor. */
  static boolean isOfConstructor(Element parameter) {
    return parameter.getKind() == ElementKind.PARAMETER
        && parameter.getEnclosingElement().getKind() == ElementKind.CONSTRUCTOR;
  }
}
