package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import java.util.List;

/**
 * What a method's result type says that it produces, and how.
 *
 * @param type what its readers read
 */
record Delivered(Delivery delivery, TypeRef type) {
  private static final List<ClassRef> STAGES = List.of(KnownTypes.STAGE, KnownTypes.FUTURE);

  static Delivered of(TypeRef result) {
    for (ClassRef stage : STAGES) {
      TypeRef later = result.argumentOf(stage);
      if (later != null) {
        return new Delivered(Delivery.STAGE, later.upperBound());
      }
    }
    TypeRef element = result.argumentOf(KnownTypes.STREAM);
    if (element != null) {
      return new Delivered(Delivery.STREAM, TypeRef.listOf(element.upperBound()));
    }
    TypeRef resource = result.argumentOf(KnownTypes.RESOURCE);
    if (resource != null) {
      return new Delivered(Delivery.RESOURCE, resource.upperBound());
    }
    return new Delivered(Delivery.VALUE, result);
  }

  /** Returns whether it is the method's result as it is. */
  boolean isPlain() {
    return delivery == Delivery.VALUE;
  }

  /** Returns whether nothing comes of a stage or a resource. */
  boolean isVoid() {
    return type.nonNull().boxed().equals(TypeRef.Primitive.VOID.boxed());
  }

  /** Returns whether what is delivered would have to be delivered again, as a stage of a stream. */
  boolean isTwice() {
    TypeRef one = delivery == Delivery.STREAM ? type.listElement() : type;
    return !isPlain() && one != null && !of(one).isPlain();
  }
}
