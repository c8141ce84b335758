package dev.millrace.processor.collect;

import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.TypeRef;

/**
 * What a method's result type says that it produces, and how.
 *
 * @param type what its readers read
 */
record Delivered(Delivery delivery, TypeRef type) {
  private static final String[] STAGES = {
    "java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture"
  };

  static Delivered of(TypeRef result) {
    for (String stage : STAGES) {
      TypeRef later = result.argumentOf(stage);
      if (later != null) {
        return new Delivered(Delivery.STAGE, later.upperBound());
      }
    }
    TypeRef element = result.argumentOf("java.util.stream.Stream");
    if (element != null) {
      return new Delivered(Delivery.STREAM, TypeRef.listOf(element.upperBound()));
    }
    TypeRef resource = result.argumentOf("dev.millrace.runtime.Resource");
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
