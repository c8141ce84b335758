package dev.millrace.processor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of types before their variables are. */
final class OpenTypesTest {
  private static final TypeRef T = new TypeRef.Variable("T");
  private static final TypeRef ANY = new TypeRef.Wildcard(null, null);

  @Test
  void ofAVariableAndAnArrayOfItNothingIsKnown() {
    assertTrue(OpenTypes.isUnknown(T));
    assertTrue(OpenTypes.isUnknown(new TypeRef.OrNull(T)));
    assertTrue(OpenTypes.isUnknown(new TypeRef.Array(new TypeRef.Array(T))));
  }

  @Test
  void ofAListItIsKnownThatItIsOne() {
    assertFalse(OpenTypes.isUnknown(TypeRef.listOf(T)));
    assertEquals(
        new TypeRef.Declared(KnownTypes.LIST, List.of(ANY)),
        OpenTypes.widest(TypeRef.listOf(TypeRef.listOf(T))));
  }

  @Test
  void theWidestIsOpenNoMore() {
    assertEquals(TypeRef.OBJECT, OpenTypes.widest(T));
    assertEquals(new TypeRef.Array(TypeRef.OBJECT), OpenTypes.widest(new TypeRef.Array(T)));
    assertEquals(TypeRef.Primitive.INT, OpenTypes.widest(TypeRef.Primitive.INT));
  }
}
