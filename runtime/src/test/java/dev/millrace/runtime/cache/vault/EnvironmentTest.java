package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class EnvironmentTest {
  private enum Unit {
    DAYS
  }

  private static String of(Object... pairs) {
    Map<String, Object> env = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      env.put((String) pairs[i], pairs[i + 1]);
    }
    return HexFormat.of().formatHex(Environment.digest(env));
  }

  @Test
  void valuesOfDifferentTypesAndNamesThatRunTogetherNeverMeet() {
    List<String> all =
        List.of(
            of(),
            of("a", "1"),
            of("a", 1),
            of("a", 1L),
            of("a", (byte) 1),
            of("a", (short) 1),
            of("a", 1f),
            of("a", 1.0),
            of("a", true),
            of("a", false),
            of("a", "true"),
            of("a", "DAYS"),
            of("a", TimeUnit.DAYS),
            of("a", Unit.DAYS),
            of("a", ""),
            of("", "a"),
            of("a", "bc"),
            of("ab", "c"),
            of("a", "1", "b", "2"),
            of("a", "2", "b", "1"),
            of("a", 0.0),
            of("a", -0.0),
            of("a", "\ud800"),
            of("a", "\udc00"),
            of("a", "?"));
    assertEquals(all.size(), new HashSet<>(all).size());
  }

  @Property
  void theOrderIsOfNoAccount(@ForAll Map<String, Long> env, @ForAll long seed) {
    List<String> names = new ArrayList<>(env.keySet());
    Collections.shuffle(names, new Random(seed));
    Cache shuffled = Cache.inMemory();
    for (String name : names) {
      shuffled = shuffled.env(name, env.get(name));
    }
    assertArrayEquals(
        Environment.digest(new LinkedHashMap<>(env)), Environment.digest(shuffled.env()));
  }

  @Property
  void unequalTextsAreUnequalDigests(@ForAll Set<String> texts) {
    Set<String> digests = new HashSet<>();
    texts.forEach(text -> digests.add(of("a", text)));
    assertEquals(texts.size(), digests.size());
  }

  /** Kept results are lost if this changes: then the version is to change too. */
  @Test
  void theBytesStayAsTheyAre() {
    assertEquals(
        "514a6d9dc203f313e2defdebf8902884ca379ef2261f9835f13580251699394c",
        of("b", 1, "a", "text", "c", TimeUnit.DAYS, "d", 2.5, "e", true));
    assertEquals(32, Environment.digest(Map.of()).length);
  }

  @Test
  void whatHasNoEncodingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> of("a", 'a'));
    assertThrows(IllegalArgumentException.class, () -> of("a", new AtomicInteger()));
  }
}
