package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeRef.Primitive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that hold a value for each of many items: lists and blocks. */
final class Many {
  private static final Map<ClassRef, Primitive> NUMBERS =
      Map.of(
          KnownTypes.INT_BLOCK, Primitive.INT,
          KnownTypes.LONG_BLOCK, Primitive.LONG,
          KnownTypes.FLOAT_BLOCK, Primitive.FLOAT,
          KnownTypes.DOUBLE_BLOCK, Primitive.DOUBLE);

  private Many() {}

  /** Returns the type of one item's value, or null where the type holds no many. */
  static @Nullable TypeRef item(TypeRef many) {
    if (many instanceof TypeRef.Declared declared && declared.arguments().isEmpty()) {
      return NUMBERS.get(declared.type());
    }
    TypeRef element = many.isNullable() ? null : many.listElement();
    TypeRef inBlock = many.isNullable() ? null : many.argumentOf(KnownTypes.BLOCK);
    return inBlock == null ? element : inBlock.upperBound();
  }

  /** Returns whether the type holds a value of exactly that type for each item. */
  static boolean isOf(TypeRef many, TypeRef one) {
    TypeRef number = many instanceof TypeRef.Declared ? item(many) : null;
    TypeRef block = new TypeRef.Declared(KnownTypes.BLOCK, List.of(one.boxed()));
    return many.equals(TypeRef.listOf(one))
        || many.equals(block)
        || (number instanceof Primitive && number.boxed().equals(one.boxed()));
  }
}
