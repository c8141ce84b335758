package dev.millrace.processor.resolve;

import static dev.millrace.processor.resolve.FewTypes.INTEGER;
import static dev.millrace.processor.resolve.FewTypes.NUMBER;
import static dev.millrace.processor.resolve.FewTypes.STRING;
import static dev.millrace.processor.resolve.FewTypes.array;
import static dev.millrace.processor.resolve.FewTypes.downTo;
import static dev.millrace.processor.resolve.FewTypes.list;
import static dev.millrace.processor.resolve.FewTypes.type;
import static dev.millrace.processor.resolve.FewTypes.upTo;
import static dev.millrace.processor.resolve.FewTypes.variable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.resolve.Unifier.Constraint;
import dev.millrace.processor.resolve.Unifier.Found;
import dev.millrace.processor.resolve.Unifier.Misfit;
import dev.millrace.processor.resolve.Unifier.Relation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the type of a value says of the variables in the type that it is read as. */
final class UnifierTest {
  private static final TypeRef T = variable("T");

  @Test
  void aVariableTakesWhatIsReadAsItAndBoxesIt() {
    assertFound(T, STRING, Relation.LOWER, STRING);
    assertFound(T, TypeRef.Primitive.INT, Relation.LOWER, INTEGER);
  }

  @Test
  void anInvariantPlaceIsExact() {
    assertFound(list(T), list(STRING), Relation.EXACT, STRING);
    assertFound(list(list(T)), list(list(STRING)), Relation.EXACT, STRING);
    assertFound(list(array(T)), list(array(STRING)), Relation.EXACT, STRING);
    assertFound(list(upTo(T)), list(list(STRING)), Relation.LOWER, list(STRING));
    assertFound(list(list(upTo(T))), list(list(upTo(NUMBER))), Relation.EXACT, NUMBER);
  }

  @Test
  void aTypeIsSeenAsTheSupertypeThatIsRead() {
    assertFound(type("Collection", T), type("Words"), Relation.EXACT, STRING);
    assertFound(list(T), type("ArrayList", INTEGER), Relation.EXACT, INTEGER);
  }

  @Test
  void wildcardsBoundFromBelowAndAbove() {
    assertFound(list(upTo(T)), list(INTEGER), Relation.LOWER, INTEGER);
    assertFound(list(upTo(T)), list(upTo(INTEGER)), Relation.LOWER, INTEGER);
    assertFound(
        list(upTo(T)), list(new TypeRef.Wildcard(null, null)), Relation.LOWER, TypeRef.OBJECT);
    assertFound(list(downTo(T)), list(NUMBER), Relation.UPPER, NUMBER);
    assertFound(list(downTo(T)), list(downTo(NUMBER)), Relation.UPPER, NUMBER);
    assertFound(list(downTo(list(T))), list(type("Collection", STRING)), Relation.EXACT, STRING);
    assertFound(
        list(downTo(list(T))), list(type("Collection", upTo(NUMBER))), Relation.UPPER, NUMBER);
  }

  @Test
  void arraysOfReferencesVaryAndArraysOfPrimitivesDoNotFit() {
    assertFound(array(T), array(STRING), Relation.LOWER, STRING);
    assertFound(
        array(T),
        array(array(TypeRef.Primitive.INT)),
        Relation.LOWER,
        array(TypeRef.Primitive.INT));
    assertMisfit(array(T), array(TypeRef.Primitive.INT), array(T), array(TypeRef.Primitive.INT));
  }

  @Test
  void nullIsNoPartOfIt() {
    assertFound(new TypeRef.OrNull(T), new TypeRef.OrNull(STRING), Relation.LOWER, STRING);
    assertFound(list(T), list(new TypeRef.OrNull(STRING)), Relation.EXACT, STRING);
  }

  @Test
  void anOptionalIsLifted() {
    assertFound(type("Optional", T), STRING, Relation.LOWER, STRING);
    assertFound(type("Optional", T), type("Optional", STRING), Relation.EXACT, STRING);
  }

  @Test
  void aWildcardHasNoNameAndTheAdviceIsOne() {
    Found found = Unifier.read(new FewTypes(), list(T), list(upTo(NUMBER)));
    assertEquals(
        Optional.of(
            new Misfit(list(T), list(upTo(NUMBER)).arguments().get(0), Optional.of(list(upTo(T))))),
        found.misfit());
  }

  @Test
  void whatIsOfAnotherClassDoesNotFit() {
    assertMisfit(list(T), STRING, list(T), STRING);
    assertMisfit(list(list(T)), list(STRING), list(T), STRING);
    assertMisfit(list(downTo(T)), list(upTo(NUMBER)), downTo(T), upTo(NUMBER));
  }

  @Test
  void whatAnotherReadsWiderSaysTheSame() {
    assertEquals(
        List.of(new Constraint("T", Relation.EXACT, STRING)),
        Unifier.readAlso(new FewTypes(), list(T), type("Collection", STRING)).constraints());
    assertEquals(
        List.of(), Unifier.readAlso(new FewTypes(), list(T), TypeRef.OBJECT).constraints());
  }

  private static void assertFound(TypeRef pattern, TypeRef given, Relation relation, TypeRef type) {
    assertEquals(
        new Found(List.of(new Constraint("T", relation, type)), Optional.empty()),
        Unifier.read(new FewTypes(), pattern, given));
  }

  private static void assertMisfit(
      TypeRef pattern, TypeRef given, TypeRef part, TypeRef givenPart) {
    assertEquals(
        new Found(List.of(), Optional.of(new Misfit(part, givenPart, Optional.empty()))),
        Unifier.read(new FewTypes(), pattern, given));
  }
}
