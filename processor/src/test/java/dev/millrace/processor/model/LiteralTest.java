package dev.millrace.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.TypeRef.Primitive;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralTest {
  private static final TypeRef STRING =
      new TypeRef.Declared(ClassRef.of("java.lang", "String"), List.of());

  @Test
  void everyTextIsAString() {
    assertTrue(Literal.isPossible(STRING));
    assertTrue(Literal.isOf(STRING, ""));
    assertTrue(Literal.isOf(STRING, "\"\n"));
  }

  @Test
  void whatBoxesAPrimitiveIsReadAsThatIs() {
    for (Primitive primitive : Primitive.values()) {
      assertEquals(primitive, Literal.primitive(primitive));
      assertEquals(primitive, Literal.primitive(primitive.boxed()));
    }
    assertNull(Literal.primitive(STRING));
  }

  @Test
  void listsHaveNoLiterals() {
    assertFalse(Literal.isPossible(TypeRef.listOf(STRING)));
    assertFalse(Literal.isOf(TypeRef.listOf(STRING), "a"));
  }

  @Property(tries = 200)
  void everyNumberIsALiteralOfItsTypeAndOfTheWiderOnes(@ForAll int number) {
    String text = Integer.toString(number);
    assertTrue(Literal.isOf(Primitive.INT, text));
    assertTrue(Literal.isOf(Primitive.LONG, text));
    assertTrue(Literal.isOf(Primitive.DOUBLE, text));
    assertEquals(number == (short) number, Literal.isOf(Primitive.SHORT, text));
    assertEquals(number == (byte) number, Literal.isOf(Primitive.BYTE, text));
  }

  @Property(tries = 200)
  void everyFiniteNumberIsADecimal(@ForAll double number) {
    assertTrue(Literal.isOf(Primitive.DOUBLE, Double.toString(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0x10", "1f", "1d", " 1", "1 ", "NaN", "Infinity", "1e999", "", ".", "1,5"})
  void whatOnlyAParserTakesIsNoDecimal(String text) {
    assertFalse(Literal.isOf(Primitive.DOUBLE, text));
    assertFalse(Literal.isOf(Primitive.FLOAT, text));
  }

  @Test
  void aFloatEndsBeforeADouble() {
    assertTrue(Literal.isOf(Primitive.DOUBLE, "1e39"));
    assertFalse(Literal.isOf(Primitive.FLOAT, "1e39"));
  }

  @Test
  void truthIsSpelledInSmallLettersAndACharIsOne() {
    assertTrue(Literal.isOf(Primitive.BOOLEAN, "true"));
    assertTrue(Literal.isOf(Primitive.BOOLEAN, "false"));
    assertFalse(Literal.isOf(Primitive.BOOLEAN, "True"));
    assertTrue(Literal.isOf(Primitive.CHAR, "'"));
    assertFalse(Literal.isOf(Primitive.CHAR, ""));
    assertFalse(Literal.isOf(Primitive.CHAR, "ab"));
  }
}
