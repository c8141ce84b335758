package dev.millrace.runtime.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calls must have in common to meet. */
final class KeyTest {
  private record Prompt(String text, double temperature) {}

  private static final Object NODE = new Object();

  private static void same(@Nullable Object one, @Nullable Object other) {
    assertEquals(new Key(NODE, one), new Key(NODE, other));
    assertEquals(new Key(NODE, one).hashCode(), new Key(NODE, other).hashCode());
  }

  private static void differ(@Nullable Object one, @Nullable Object other) {
    assertNotEquals(new Key(NODE, one), new Key(NODE, other));
  }

  @Test
  void equalTextsNumbersAndRecordsAreTheSame() {
    same(new String("a"), new String("a"));
    same(1_000_000L, 1_000_000L + Long.parseLong("0"));
    same(0.5f, Float.valueOf("0.5"));
    same(true, true);
    same('x', 'x');
    same(new Prompt("p", 0.5), new Prompt(new String("p"), 0.5));
    same(Optional.of(new String("a")), Optional.of(new String("a")));
    same(Optional.empty(), Optional.empty());
    same(null, null);
  }

  @Test
  void otherValuesAreNot() {
    differ("a", "b");
    differ(1, 1L);
    differ(0.0, -0.0);
    differ(new Prompt("p", 0.5), new Prompt("p", 0.6));
    differ(Optional.of("a"), Optional.empty());
    differ(Optional.of("a"), "a");
    differ(null, "a");
  }

  @Test
  void anyOtherObjectIsOnlyItself() {
    List<String> list = new ArrayList<>(List.of("a"));
    same(list, list);
    differ(list, new ArrayList<>(list));
    differ(new int[] {1}, new int[] {1});
  }

  @Test
  void nodesDifferAndSoDoHowManyValuesThereAre() {
    assertNotEquals(new Key(new Object(), "a"), new Key(new Object(), "a"));
    assertNotEquals(new Key(NODE, "a", "b"), new Key(NODE, "a"));
    assertNotEquals(new Key(NODE, "a", "b"), new Key(NODE, "b", "a"));
    assertNotEquals(new Key(NODE), NODE);
  }

  @Test
  void threadsThatLookIntoOtherClassLoadersDoNotMeet() throws Exception {
    Key key = new Key(NODE, "a");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader other = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(other);
      assertNotEquals(key, new Key(NODE, "a"));
    } finally {
      thread.setContextClassLoader(before);
    }
    assertEquals(key, new Key(NODE, "a"));
  }

  @Test
  void aKeyStaysAsItIsWhateverIsDoneToItsValues() {
    List<String> list = new ArrayList<>();
    Key key = new Key(NODE, list);
    int hash = key.hashCode();
    list.add("a");
    assertEquals(hash, key.hashCode());
    assertEquals(key, new Key(NODE, list));
  }
}
