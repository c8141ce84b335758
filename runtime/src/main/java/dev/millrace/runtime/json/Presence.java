package dev.millrace.runtime.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which components of a record must have a value: all that are neither {@code @Nullable}, whoever's
 * annotation of that name it is, nor an {@code Optional}. Of a list the same is said of its
 * elements.
 */
final class Presence extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return component(annotated)
        .map(component -> JsonSetter.Value.construct(nulls(component), elements(component)))
        .orElseGet(() -> super.findSetterInfo(annotated));
  }

  private static Optional<RecordComponent> component(Annotated annotated) {
    if (!(annotated instanceof AnnotatedMember member) || !member.getDeclaringClass().isRecord()) {
      return Optional.empty();
    }
    RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
    if (annotated instanceof AnnotatedParameter parameter) {
      boolean canonical = parameter.getOwner().getParameterCount() == components.length;
      return canonical ? Optional.of(components[parameter.getIndex()]) : Optional.empty();
    }
    return Arrays.stream(components)
        .filter(component -> component.getName().equals(member.getName()))
        .findFirst();
  }

  private static Nulls nulls(RecordComponent component) {
    boolean may =
        OptionalDeserializer.reads(component.getType())
            || nullable(component.getAnnotations())
            || nullable(component.getAnnotatedType().getAnnotations());
    return may ? Nulls.SET : Nulls.FAIL;
  }

  private static Nulls elements(RecordComponent component) {
    AnnotatedType element = element(component.getAnnotatedType());
    boolean may =
        element == null
            || OptionalDeserializer.reads(element.getType())
            || nullable(element.getAnnotations());
    return may ? Nulls.SET : Nulls.FAIL;
  }

  private static @Nullable AnnotatedType element(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return array.getAnnotatedGenericComponentType();
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    return null;
  }

  private static boolean nullable(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
  }
}
