package dev.millrace.processor.plan;

import static dev.millrace.processor.testing.Declared.port;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.testing.Declared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** A step's last reader, found by going backwards; else it is the step itself. */
  private static Step lastReader(Step step, List<Step> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).arguments().stream().anyMatch(read -> read.name().equals(step.name()))) {
        return steps.get(i);
      }
    }
    return step;
  }

  @Property(tries = 300)
  void eachStepIsLetGoByTheLastThatNamesItAndByNoOther(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 30) Integer> choices) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      steps.add(
          i == 0
              ? step("s0", "text")
              : step("s" + i, "s" + choices.get(i) % i, "s" + choices.get(i) / 2 % i));
    }
    Map<String, List<String>> expected = new TreeMap<>();
    steps.forEach(step -> expected.put(step.name(), new ArrayList<>()));
    steps.forEach(step -> expected.get(lastReader(step, steps).name()).add(step.name()));
    LastReads reads = LastReads.of(steps);
    Map<String, List<String>> actual = new TreeMap<>();
    steps.forEach(step -> actual.put(step.name(), reads.by(step).stream().sorted().toList()));
    expected.values().forEach(Collections::sort);
    assertEquals(expected, actual);
  }
}
