package dev.millrace.processor.collect;

import dev.millrace.processor.model.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element, or an annotation's value on it.
 *
 * @param text the place in words
 */
public record ElementOrigin(
    Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value,
    boolean isSource,
    String text)
    implements Origin {

  @Override
  public String describe() {
    return text;
  }
}
