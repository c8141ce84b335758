package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallInputsTest {

  @Property
  void areAMapInTheOrderOfTheParameters(@ForAll Map<String, @WithNull Integer> inputs) {
    List<@Nullable Object> pairs = new ArrayList<>();
    Map<String, @Nullable Object> expected = new LinkedHashMap<>(inputs);
    expected.forEach(
        (name, value) -> {
          pairs.add(name);
          pairs.add(value);
        });
    CallInputs actual = CallInputs.of(() -> null, pairs.toArray());
    assertEquals(expected, actual);
    assertEquals(expected.hashCode(), actual.hashCode());
    assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(actual.keySet()));
  }

  @Test
  void cannotBeChanged() {
    CallInputs inputs = CallInputs.of(() -> null, "text", null);
    assertTrue(inputs.containsKey("text"));
    assertNull(inputs.get("text"));
    assertThrows(UnsupportedOperationException.class, () -> inputs.put("text", 1));
    assertThrows(UnsupportedOperationException.class, inputs::clear);
    assertThrows(
        UnsupportedOperationException.class,
        () -> inputs.entrySet().iterator().next().setValue("a"));
  }

  @Test
  void makeTheCallAgain() throws Exception {
    assertEquals("A", CallInputs.of("a"::toUpperCase, "text", "a").call());
    Exception thrown = new Exception("checked");
    CallInputs failing =
        CallInputs.of(
            () -> {
              throw thrown;
            });
    assertSame(thrown, assertThrows(Exception.class, failing::call));
  }

  @Test
  void areNamesAndValuesInTurn() {
    assertEquals(
        "expected names and values in turn, but at 2 is scale",
        assertThrows(
                IllegalArgumentException.class,
                () -> CallInputs.of(() -> null, "text", "a", "scale"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> CallInputs.of(() -> null, 1, "a"));
  }
}
