package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The law of the soft map: a loop that catches, item by item. */
final class SoftMapLawTest {

  @Property(tries = 400)
  void theSoftMapIsALoopThatCatches(
      @ForAll("sizes") int size,
      @ForAll("faults") List<Faulty.Fault> faults,
      @ForAll Faulty.Mood mood,
      @ForAll("maxWeights") long maxWeight)
      throws Exception {
    List<String> texts = LengthsMap.texts(size);
    Faulty nodes = new Faulty(faults, size, mood, maxWeight);
    try (Logs logs = new Logs()) {
      List<Outcome<String>> outcomes = SoftLengthsMap.map(texts, nodes);
      assertEquals(size, outcomes.size());
      assertTrue(logs.at(Level.WARNING).size() <= 1, "one warning a map");
      for (int item = 0; item < size; item++) {
        assertOutcome(loop(texts.get(item), item, nodes), outcomes.get(item));
      }
    }
  }

  /** The oracle: one item through all nodes, to its result or to the first that fails. */
  private static Outcome<String> loop(String text, int item, Faulty nodes) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    String node = "length";
    try {
      inputs.put("text", text);
      Integer length = notNull(node, item, nodes.length(text));
      node = "scaled";
      inputs.clear();
      inputs.put("length", length);
      inputs.put("scale", 10);
      Integer scaled = notNull(node, item, nodes.scaled((int) length, 10));
      node = "label";
      inputs.clear();
      inputs.put("text", text);
      inputs.put("scaled", scaled);
      return new Outcome.Ok<>(notNull(node, item, nodes.label(text, scaled)));
    } catch (Exception failure) {
      return new Outcome.Failed<>("labels." + node, item, inputs, failure);
    }
  }

  private static <T> T notNull(String node, int item, @Nullable T result) {
    if (result == null) {
      throw NullResultException.of(node, item);
    }
    return result;
  }

  private static void assertOutcome(Outcome<String> expected, Outcome<String> actual)
      throws Exception {
    if (!(expected instanceof Outcome.Failed<String> lost)) {
      assertEquals(expected, actual);
      return;
    }
    Outcome.Failed<String> failed = (Outcome.Failed<String>) actual;
    assertEquals(lost.node(), failed.node());
    assertEquals(lost.index(), failed.index());
    assertEquals(
        new ArrayList<>(lost.inputs().entrySet()), new ArrayList<>(failed.inputs().entrySet()));
    if (lost.cause() instanceof NullResultException isNull) {
      assertEquals(isNull.getMessage(), failed.cause().getMessage());
      assertNull(failed.reproduce());
    } else {
      assertSame(lost.cause(), failed.cause());
      assertSame(lost.cause(), assertThrows(Exception.class, failed::reproduce));
    }
    assertEquals(0, failed.cause().getSuppressed().length, "the outcome says where");
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Faulty.sizes();
  }

  @Provide
  Arbitrary<List<Faulty.Fault>> faults() {
    return Faulty.faults().map(ArrayList::new).map(SoftMapLawTest::more);
  }

  /** Soft maps go on after a failure: each fault again where it meets other nodes' faults. */
  private static List<Faulty.Fault> more(List<Faulty.Fault> faults) {
    List<Faulty.Fault> more = new ArrayList<>(faults);
    faults.forEach(each -> more.add(new Faulty.Fault("label", each.at(), each.way())));
    faults.forEach(each -> more.add(new Faulty.Fault(each.node(), each.at() + 1, each.way())));
    return more;
  }

  @Provide
  Arbitrary<Long> maxWeights() {
    return Arbitraries.of(0L, 1L, 40L, 1000L);
  }
}
