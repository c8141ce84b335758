package dev.millrace.runtime.spi.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContainersTest {
  private static final List<String> ORDER = List.of("z", "a", "m", "Aa", "BB");

  private static <T> T again(Codec<T> codec, T value) {
    BlobOut out = new BlobOut();
    codec.write(out, value);
    BlobIn in = new BlobIn(out.finish());
    T read = codec.read(in);
    in.end();
    return read;
  }

  /** Equal, in the same order, and to be changed as what was written. */
  private static <C extends Collection<String>> void comesBack(Codec<C> codec, C value) {
    C read = again(codec, value);
    assertEquals(value, read);
    assertEquals(new ArrayList<>(value), new ArrayList<>(read), codec.schema());
    read.add("more");
    assertFalse(codec.isImmutable());
  }

  @Test
  void classesComeBackAsWhatTheyAre() {
    comesBack(Containers.arrayList(Codecs.STRING), new ArrayList<>(ORDER));
    comesBack(Containers.linkedList(Codecs.STRING), new LinkedList<>(ORDER));
    comesBack(Containers.linkedHashSet(Codecs.STRING), new LinkedHashSet<>(ORDER));
    HashSet<String> large = new HashSet<>(1 << 16);
    large.addAll(ORDER);
    comesBack(Containers.hashSet(Codecs.STRING), large);
  }

  @Test
  void tablesComeBackInTheirOrder() {
    HashMap<String, Integer> map = new HashMap<>(1 << 16);
    ORDER.forEach(each -> map.put(each, each.length()));
    HashMap<String, Integer> read = again(Containers.hashMap(Codecs.STRING, Codecs.INT), map);
    assertEquals(new ArrayList<>(map.entrySet()), new ArrayList<>(read.entrySet()));
    LinkedHashMap<String, Integer> linked = new LinkedHashMap<>();
    ORDER.forEach(each -> linked.put(each, each.length()));
    LinkedHashMap<String, Integer> again =
        again(Containers.linkedHashMap(Codecs.STRING, Codecs.INT), linked);
    assertEquals(new ArrayList<>(linked.entrySet()), new ArrayList<>(again.entrySet()));
    again.put("more", 1);
  }

  @Test
  void aCollectionIsASetOrAList() {
    Codec<Collection<String>> codec = Containers.collection(Codecs.STRING);
    assertEquals(ORDER, again(codec, ORDER));
    assertEquals(Set.copyOf(ORDER), again(codec, Set.copyOf(ORDER)));
    assertEquals(ORDER, again(codec, new ArrayDeque<>(ORDER)));
    assertThrows(
        UnsupportedOperationException.class, () -> again(codec, new ArrayList<>(ORDER)).add("x"));
    assertTrue(codec.isImmutable());
  }

  @Test
  void anIterableThatMayBeGoneThroughOnceIsNotTouched() {
    Codec<Iterable<String>> codec = Containers.iterable(Codecs.STRING);
    assertEquals(ORDER, again(codec, ORDER));
    Iterable<String> once =
        () -> {
          throw new AssertionError("it was gone through");
        };
    assertThrows(NoBlobException.class, () -> codec.write(new BlobOut(), once));
  }

  @Test
  void nullsComeBackWhereverTheyAre() {
    List<@Nullable String> list = Arrays.asList("a", null);
    assertEquals(list, again(Codecs.list(Codecs.STRING), list));
    Map<@Nullable String, @Nullable Integer> map = new LinkedHashMap<>();
    map.put("a", null);
    Codec<Map<String, Integer>> codec = Codecs.map(Codecs.STRING, Codecs.INT);
    assertEquals(map, again(codec, map));
    map.put(null, 1);
    assertEquals(map, again(codec, map));
    map.remove("a");
    assertEquals(map, again(codec, map));
  }
}
