package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  private static final int PLACES = 3;

  private static List<List<@Nullable Integer>> items(Settings settings) {
    List<List<@Nullable Integer>> items = new ArrayList<>();
    for (Slots slots : settings.items("P")) {
      List<@Nullable Integer> item = new ArrayList<>();
      for (int place = 0; place < PLACES; place++) {
        item.add(slots.<@Nullable Integer>get(place));
      }
      items.add(item);
    }
    return items;
  }

  /** The oracle is a loop in a loop in a loop, the first that was set being the outermost. */
  @Property(tries = 200)
  void aProductIsALoopInALoop(
      @ForAll @Size(max = 4) List<Integer> first,
      @ForAll @Size(max = 4) List<Integer> second,
      @ForAll @Size(max = 4) List<Integer> third) {
    List<List<Integer>> expected = new ArrayList<>();
    for (Integer outer : first) {
      for (Integer middle : second) {
        for (Integer inner : third) {
          expected.add(List.of(middle, inner, outer));
        }
      }
    }
    Settings settings = Settings.of(Slots.empty(PLACES)).each(2, "c", first).each(0, "a", second);
    assertEquals(expected, items(settings.each(1, "b", third).product()));
    assertEquals(expected, items(settings.product().each(1, "b", third)), "wherever it is said");
  }

  @Property(tries = 200)
  void sideBySideIsOneLoop(@ForAll @Size(max = 6) List<Integer> values, @ForAll int same) {
    List<List<Integer>> expected = values.stream().map(each -> List.of(each, same, -each)).toList();
    Settings settings =
        Settings.of(Slots.empty(PLACES))
            .each(0, "a", values)
            .with(1, "b", same)
            .each(2, "c", values.stream().map(each -> -each).toList());
    assertEquals(expected, items(settings));
  }

  @Test
  void eachMethodLeavesItsOriginalAsItWas() {
    Settings none = Settings.of(Slots.empty(PLACES));
    Settings some = none.each(0, "a", List.of(1, 2));
    some.product();
    some.with(0, "a", 3);
    some.eachNullable(1, "b", Arrays.asList(4, null));
    assertEquals(List.of(Arrays.asList(null, null, null)), items(none));
    assertEquals(List.of(Arrays.asList(1, null, null), Arrays.asList(2, null, null)), items(some));
  }
}
