package dev.millrace.processor.resolve;

import static dev.millrace.processor.resolve.FewTypes.INTEGER;
import static dev.millrace.processor.resolve.FewTypes.NUMBER;
import static dev.millrace.processor.resolve.FewTypes.STRING;
import static dev.millrace.processor.resolve.FewTypes.array;
import static dev.millrace.processor.resolve.FewTypes.list;
import static dev.millrace.processor.resolve.FewTypes.type;
import static dev.millrace.processor.resolve.FewTypes.upTo;
import static dev.millrace.processor.testing.Declared.HERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What takes a value of one type to a parameter of another. */
final class LiftsTest {
  private final Lifts lifts = new Lifts(new FewTypes());

  private static TypeRef optional(TypeRef type) {
    return type("Optional", type);
  }

  private static TypeRef orNull(TypeRef type) {
    return new TypeRef.OrNull(type);
  }

  private static TypeRef stream(TypeRef element) {
    return new TypeRef.Declared(KnownTypes.STREAM, List.of(element));
  }

  @Test
  void whatIsAssignableNeedsNothing() {
    assertEquals(Optional.of(Lift.NONE), lifts.find(INTEGER, NUMBER));
    assertEquals(Optional.of(Lift.NONE), lifts.find(STRING, orNull(STRING)));
    assertEquals(Optional.empty(), lifts.find(NUMBER, INTEGER));
  }

  @Test
  void anOptionalTakesWhatIsThereAndWhatMayBeNull() {
    assertEquals(Optional.of(Lift.OPTIONAL), lifts.find(STRING, optional(STRING)));
    assertEquals(Optional.of(Lift.OPTIONAL), lifts.find(TypeRef.Primitive.INT, optional(INTEGER)));
    assertEquals(
        Optional.of(Lift.OPTIONAL_OF_NULLABLE), lifts.find(orNull(STRING), optional(STRING)));
  }

  @Test
  void anOptionalFeedsWhatMayBeNullAndNothingElse() {
    assertEquals(Optional.of(Lift.OR_NULL), lifts.find(optional(STRING), orNull(STRING)));
    assertEquals(Optional.empty(), lifts.find(optional(STRING), STRING));
    assertEquals(Optional.empty(), lifts.find(orNull(optional(STRING)), orNull(STRING)));
  }

  @Test
  void aListIsReadAsAStreamOfItsElements() {
    assertEquals(Optional.of(Lift.STREAM), lifts.find(list(STRING), stream(STRING)));
    assertEquals(Optional.empty(), lifts.find(list(STRING), stream(INTEGER)));
    assertEquals(Optional.empty(), lifts.find(orNull(list(STRING)), stream(STRING)));
  }

  @Test
  void nullIsNotLostAtAnyDepth() {
    assertFalse(lifts.isExact(orNull(STRING), STRING));
    assertFalse(lifts.isExact(list(orNull(STRING)), list(STRING)));
    assertFalse(lifts.isExact(list(orNull(STRING)), list(upTo(STRING))));
    assertFalse(lifts.isExact(array(orNull(STRING)), array(STRING)));
    assertTrue(lifts.isExact(list(orNull(STRING)), list(orNull(STRING))));
  }

  @Test
  void nullIsNotLostOnTheWayToASupertype() {
    assertFalse(lifts.isExact(type("ArrayList", orNull(STRING)), type("Collection", STRING)));
  }

  private TypeRef input(TypeRef... readAs) {
    return lifts.input(
        Stream.of(readAs)
            .map(type -> new Read("x", type, "y", "y(x)", "x", false, Optional.empty(), HERE))
            .toList());
  }

  @Test
  void anInputIsTheTypeThatAllItsReadersCanRead() {
    assertEquals(INTEGER, input(NUMBER, INTEGER));
    assertEquals(list(STRING), input(stream(STRING), list(STRING)));
    assertEquals(STRING, input(optional(STRING), STRING));
  }

  @Test
  void anInputThatIsReadOnlyAsOptionalMayBeLeftOut() {
    assertEquals(orNull(STRING), input(optional(STRING), orNull(STRING)));
  }

  @Test
  void whereNoTypeFitsAllTheFirstStands() {
    assertEquals(STRING, input(STRING, INTEGER));
  }
}
