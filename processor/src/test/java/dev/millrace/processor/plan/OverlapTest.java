package dev.millrace.processor.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.testing.Declared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class OverlapTest {

  /** A step whose name begins with a capital letter is asynchronous. */
  private static Step step(String name, String... reads) {
    List<Argument> arguments =
        Stream.of(reads)
            .map(read -> new Argument(read, TypeRef.OBJECT, TypeRef.OBJECT, Lift.NONE))
            .toList();
    NodeModel node = Declared.node(name, reads);
    boolean isAsync = Character.isUpperCase(name.charAt(0));
    return new Step.Call(isAsync ? async(node) : node, arguments);
  }

  private static NodeModel async(NodeModel node) {
    return new NodeModel(
        node.output(),
        node.label(),
        node.method(),
        node.typeParameters(),
        node.ports(),
        node.result(),
        node.thrown(),
        node.twin(),
        node.alone(),
        node.when(),
        node.split(),
        Traits.PLAIN.with(Delivery.STAGE),
        node.origin());
  }

  private static String ordered(Step... steps) {
    return Overlap.order(List.of(steps)).stream().map(Step::name).collect(Collectors.joining(" "));
  }

  private static String moments(Step... steps) {
    return Overlap.moments(List.of(steps)).stream()
        .map(
            moment ->
                moment.step().name()
                    + (moment instanceof Overlap.Start
                        ? "?"
                        : moment instanceof Overlap.Join ? "!" : ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void theOrderStaysWhereNothingIsAsynchronous() {
    assertEquals("a b c", ordered(step("a"), step("b", "a"), step("c")));
  }

  @Test
  void independentNodesAreStartedBeforeEitherIsRead() {
    assertEquals("A B a b", ordered(step("A"), step("a", "A"), step("B"), step("b", "B")));
  }

  @Test
  void whatLeadsToOneComesBeforeWhatDoesNot() {
    assertEquals("b B a", ordered(step("a"), step("b"), step("B", "b")));
  }

  @Test
  void whatNeedNotWaitComesBeforeWhatMust() {
    assertEquals("A b a", ordered(step("A"), step("a", "A"), step("b")));
  }

  @Test
  void whatMustWaitToStartAnotherComesBeforeWhatMustWaitForItself() {
    assertEquals("A B a", ordered(step("A"), step("a", "A"), step("B", "A")));
  }

  @Test
  void oneIsWaitedForBeforeItsFirstReaderOrInTheEnd() {
    assertEquals("A? b A! a c", moments(step("A"), step("b"), step("a", "A"), step("c", "A")));
    assertEquals("A? B? A! B!", moments(step("A"), step("B")));
    assertEquals("A? A! B? B!", moments(step("A"), step("B", "A")));
  }

  @Property(tries = 500)
  void everythingIsDoneOnceAndAfterWhatItReads(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 60) Integer> choices) {
    List<Step> steps = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      String name = (choices.get(i) % 2 == 0 ? "S" : "s") + i;
      steps.add(
          i == 0
              ? step(name)
              : step(name, names.get(choices.get(i) / 2 % i), names.get(choices.get(i) / 3 % i)));
      names.add(name);
    }
    Set<String> there = new HashSet<>();
    Set<String> started = new HashSet<>();
    for (Overlap.Moment moment : Overlap.moments(Overlap.order(steps))) {
      Step step = moment.step();
      if (moment instanceof Overlap.Join) {
        assertTrue(started.remove(step.name()), step::name);
        assertTrue(there.add(step.name()), step::name);
        continue;
      }
      step.arguments().forEach(read -> assertTrue(there.contains(read.name()), read::name));
      assertTrue(
          moment instanceof Overlap.Start ? started.add(step.name()) : there.add(step.name()));
    }
    assertEquals(Set.copyOf(names), there);
    assertEquals(Set.of(), started);
  }
}
