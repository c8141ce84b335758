package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.Resource;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SlotsTest {
  private static final int SIZE = 5;

  /** The oracle is an array that is written to; every copy on the way stays as it was. */
  @Property(tries = 300)
  void areAnArrayThatIsCopiedWhenWritten(
      @ForAll @Size(max = 8) List<@IntRange(max = SIZE - 1) Integer> settings) {
    Slots slots = Slots.empty(SIZE);
    @Nullable Object[] array = new Object[SIZE];
    for (int i = 0; i < settings.size(); i++) {
      @Nullable Object[] before = array.clone();
      Slots unset = slots;
      String value = "value " + i;
      slots = slots.with(settings.get(i), "x", value);
      array[settings.get(i)] = value;
      assertHolds(before, unset);
      assertHolds(array, slots);
    }
  }

  private static void assertHolds(@Nullable Object[] array, Slots slots) {
    for (int slot = 0; slot < array.length; slot++) {
      assertEquals(array[slot] != null, slots.has(slot));
      assertSame(array[slot], slots.get(slot));
      assertSame(array[slot] == null ? "unset" : array[slot], slots.get(slot, "unset"));
    }
    for (int count = 0; count <= array.length; count++) {
      assertEquals(
          Arrays.stream(array).limit(count).allMatch(each -> each != null), slots.hasFirst(count));
    }
  }

  @Test
  void showAnObjectAsAResourceThatIsOpen() throws Exception {
    Resource<String> handle = () -> "opened";
    Slots slots = Slots.empty(SIZE).with(0, "x", "live").with(1, "y", handle);
    assertEquals("live", slots.<String>resource(0, "x").open());
    assertSame(handle, slots.<String>resource(1, "y"));
    assertThrows(MissingInputException.class, () -> slots.resource(2, "z"));
  }

  @Test
  void nullIsNoResource() {
    Slots slots = Slots.empty(SIZE).with(0, "x", "live").withNullable(1, "y", null);
    assertTrue(slots.isGiven(0));
    assertFalse(slots.isGiven(1));
    assertFalse(slots.isGiven(2));
    assertEquals(Resource.live("live"), slots.<Resource<?>>resourceOrNull(0, "x"));
    assertNull(slots.<@Nullable Resource<?>>resourceOrNull(1, "y"));
    assertNull(slots.<@Nullable Resource<?>>resourceOrNull(2, "z"));
  }

  @Test
  void refuseNullByName() {
    Slots slots = Slots.empty(2);
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> slots.with(1, "topK", null));
    assertEquals("\"topK\" is null; give it a value or leave it out", refused.getMessage());
    assertFalse(slots.has(1));
  }

  @Test
  void giveAPrimitiveOrWhatStandsForIt() {
    Slots slots = Slots.empty(2).with(0, "topK", 0);
    int set = slots.get(0, 7);
    int unset = slots.get(1, 7);
    assertEquals(0, set, "a zero is a value");
    assertEquals(7, unset);
  }

  @Test
  void tellWhatIsRequiredAndNotSet() {
    Slots slots = Slots.empty(2).with(0, "topK", 100);
    int topK = slots.require(0, "topK");
    assertEquals(100, topK);
    MissingInputException missing =
        assertThrows(MissingInputException.class, () -> slots.<String>require(1, "rrf"));
    assertEquals(List.of("rrf"), missing.missing());
    assertEquals(
        "Inputs was not given rrf; set it on Inputs, as in .rrf(…), or start from inputs(), which"
            + " asks for everything",
        missing.getMessage());
  }

  @Test
  void giveNullForWhatIsNotSet() {
    assertNull(Slots.empty(1).<@Nullable String>get(0));
    assertNull(Slots.<@Nullable String>none());
    assertTrue(Slots.empty(0).hasFirst(0));
  }

  @Test
  void takeFromOthersWhatTheyDoNotHave() {
    Slots some = Slots.empty(4).with(0, "a", 1).withNullable(1, "b", null);
    Slots others = Slots.empty(4).with(0, "a", 7).with(1, "b", 8).withNullable(2, "c", null);
    Slots both = some.or(others);
    assertEquals(1, both.<Integer>get(0));
    assertNull(both.<@Nullable Integer>get(1), "a null that was given is a value");
    assertTrue(both.has(2));
    assertFalse(both.has(3));
    assertFalse(both.without(2).has(2));
  }

  @Test
  void stayAsTheyAreWhereOthersHaveNothing() {
    Slots some = Slots.empty(4).with(0, "a", 1).withNullable(1, "b", null);
    Slots same = some.or(Slots.empty(4));
    for (int slot = 0; slot < 4; slot++) {
      assertEquals(some.has(slot), same.has(slot));
      assertSame(some.<@Nullable Object>get(slot), same.<@Nullable Object>get(slot));
    }
  }
}
