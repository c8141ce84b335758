package dev.millrace.processor.plan;

import static dev.millrace.processor.testing.Declared.port;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.testing.Declared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LastReadsTest {

  private static Step step(String name, TypeRef type, String... reads) {
    List<Argument> arguments =
        Stream.of(reads)
            .map(read -> new Argument(read, TypeRef.OBJECT, TypeRef.OBJECT, Lift.NONE))
            .toList();
    return new Step.Call(
        Declared.node(
            name,
            List.of(),
            Stream.of(reads).map(read -> port(read, TypeRef.OBJECT)).toList(),
            type),
        arguments);
  }

  private static Step step(String name, String... reads) {
    return step(name, TypeRef.OBJECT, reads);
  }

  @Test
  void aValueIsReadLastByTheLastOfItsReaders() {
    List<Step> steps = List.of(step("a", "text"), step("b", "a"), step("c", "b", "a"));
    LastReads reads = LastReads.of(steps);
    assertEquals(List.of(), reads.by(steps.get(0)));
    assertEquals(List.of(), reads.by(steps.get(1)));
    assertEquals(Set.of("a", "b", "c"), Set.copyOf(reads.by(steps.get(2))));
  }

  @Test
  void whatNobodyReadsEndsWithItsOwnStep() {
    List<Step> steps = List.of(step("a", "text"), step("b", "text"));
    assertEquals(List.of("a"), LastReads.of(steps).by(steps.get(0)));
  }

  @Test
  void aPrimitiveHoldsNothingThatCouldBeLetGo() {
    List<Step> steps = List.of(step("a", TypeRef.Primitive.INT, "text"), step("b", "a"));
    assertEquals(List.of("b"), LastReads.of(steps).by(steps.get(1)));
  }

  @Property(tries = 300)
  void eachStepIsLetGoOnceAndNotReadAfterwards(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 30) Integer> choices) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      steps.add(
          i == 0
              ? step("s0", "text")
              : step("s" + i, "s" + choices.get(i) % i, "s" + choices.get(i) / 2 % i));
    }
    LastReads reads = LastReads.of(steps);
    Set<String> gone = new HashSet<>();
    for (Step step : steps) {
      step.arguments()
          .forEach(argument -> assertTrue(!gone.contains(argument.name()), argument.name()));
      reads.by(step).forEach(name -> assertTrue(gone.add(name), name));
    }
    assertEquals(steps.size(), gone.size());
  }
}
