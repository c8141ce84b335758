package dev.millrace.processor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeRef.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node produces whose method returns a stage, a stream or a resource of it. */
final class DeliveredTest {
  private static final TypeRef STRING =
      new TypeRef.Declared(ClassRef.of("java.lang", "String"), List.of());

  private static TypeRef of(ClassRef type, TypeRef argument) {
    return new TypeRef.Declared(type, List.of(argument));
  }

  @Test
  void aPlainResultIsProducedAsItIs() {
    assertEquals(new Delivered(Delivery.VALUE, STRING), Delivered.of(STRING));
    assertTrue(Delivered.of(TypeRef.listOf(STRING)).isPlain());
  }

  @Test
  void aStageGivesWhatItCompletesWith() {
    Delivered later = new Delivered(Delivery.STAGE, STRING);
    assertEquals(later, Delivered.of(of(KnownTypes.STAGE, STRING)));
    assertEquals(later, Delivered.of(of(KnownTypes.FUTURE, STRING)));
    assertEquals(later, Delivered.of(of(KnownTypes.STAGE, new TypeRef.Wildcard(STRING, null))));
  }

  @Test
  void aStreamGivesAList() {
    assertEquals(
        new Delivered(Delivery.STREAM, TypeRef.listOf(STRING)),
        Delivered.of(of(KnownTypes.STREAM, STRING)));
  }

  @Test
  void aResourceGivesWhatItOpens() {
    assertEquals(
        new Delivered(Delivery.RESOURCE, STRING), Delivered.of(of(KnownTypes.RESOURCE, STRING)));
  }

  @Test
  void nothingComesOfAStageOfVoid() {
    assertTrue(Delivered.of(of(KnownTypes.STAGE, Primitive.VOID.boxed())).isVoid());
    assertFalse(Delivered.of(of(KnownTypes.STAGE, STRING)).isVoid());
  }

  @Test
  void whatWouldBeDeliveredOnceMoreIsSeen() {
    TypeRef stage = of(KnownTypes.STAGE, STRING);
    assertTrue(Delivered.of(of(KnownTypes.STAGE, stage)).isTwice());
    assertTrue(Delivered.of(of(KnownTypes.STREAM, stage)).isTwice());
    assertTrue(Delivered.of(of(KnownTypes.RESOURCE, of(KnownTypes.STREAM, STRING))).isTwice());
    assertFalse(Delivered.of(of(KnownTypes.STREAM, TypeRef.listOf(STRING))).isTwice());
    assertFalse(Delivered.of(TypeRef.listOf(stage)).isTwice(), "a list of stages is a list");
  }
}
