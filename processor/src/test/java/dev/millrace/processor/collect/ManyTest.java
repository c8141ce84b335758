package dev.millrace.processor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeRef.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which types a twin may take for a value of each item. */
final class ManyTest {
  private static final TypeRef STRING =
      new TypeRef.Declared(ClassRef.of("java.lang", "String"), List.of());
  private static final TypeRef INTS = new TypeRef.Declared(KnownTypes.INT_BLOCK, List.of());

  private static TypeRef block(TypeRef one) {
    return new TypeRef.Declared(KnownTypes.BLOCK, List.of(one));
  }

  @Test
  void listsAndBlocksHoldTheirElements() {
    assertEquals(STRING, Many.item(TypeRef.listOf(STRING)));
    assertEquals(STRING, Many.item(block(STRING)));
    assertEquals(Primitive.INT, Many.item(INTS));
    assertNull(Many.item(STRING));
  }

  @Test
  void whatMayBeNullHoldsNothing() {
    assertNull(Many.item(new TypeRef.OrNull(TypeRef.listOf(STRING))));
    assertNull(Many.item(new TypeRef.OrNull(block(STRING))));
  }

  @Test
  void aPrimitiveIsHeldBoxedOrInItsOwnBlock() {
    assertTrue(Many.isOf(TypeRef.listOf(Primitive.INT), Primitive.INT));
    assertTrue(Many.isOf(block(Primitive.INT.boxed()), Primitive.INT));
    assertTrue(Many.isOf(INTS, Primitive.INT));
    assertTrue(Many.isOf(INTS, Primitive.INT.boxed()));
    assertFalse(Many.isOf(INTS, Primitive.LONG));
  }

  @Test
  void theElementIsExactlyTheItems() {
    assertFalse(Many.isOf(TypeRef.listOf(TypeRef.OBJECT), STRING));
    assertFalse(Many.isOf(TypeRef.listOf(new TypeRef.Wildcard(STRING, null)), STRING));
    assertTrue(Many.isOf(TypeRef.listOf(TypeRef.listOf(STRING)), TypeRef.listOf(STRING)));
  }
}
