package dev.millrace.processor.collect;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether generated code can make a weigher, and weigh a twin's items by it. */
final class WeigherRule {
  private final CompilerTypes types;

  WeigherRule(CompilerTypes types) {
    this.types = types;
  }

  /** Returns whether the value is {@code void.class}, the annotation's own way to name none. */
  static boolean isNone(AnnotationValue value) {
    return value.getValue() instanceof TypeMirror mirror && mirror.getKind() == TypeKind.VOID;
  }

  /** Returns why a class cannot weigh values of a type, or null. */
  @Nullable String fault(TypeElement weigher, TypeRef item) {
    String fault = MadeByUs.fault(weigher);
    if (fault != null) {
      return fault;
    }
    // Where the type has variables, it must weigh whatever they stand for.
    TypeRef weighed = item.isOpen() ? OpenTypes.widest(item) : item;
    TypeRef wanted =
        new TypeRef.Declared(KnownTypes.WEIGHER, List.of(new TypeRef.Wildcard(null, weighed)));
    TypeRef type = new TypeRef.Declared(TypeReader.classRef(weigher), List.of());
    return types.isAssignable(type, wanted) ? null : "it is no " + wanted;
  }
}
