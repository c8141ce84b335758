package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Signature;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PlacesTest {

  @Property(tries = 300)
  void itIsAMap(@ForAll long seed, @ForAll boolean areAlike) throws IOException {
    Random random = new Random(seed);
    int keys = 1 + random.nextInt(500);
    Places places = Places.forKeys(random.nextInt(100));
    Map<Signature, Integer> expected = new HashMap<>();
    for (int i = random.nextInt(1000); i >= 0; i--) {
      Signature key = key(random.nextInt(keys), areAlike);
      int place = 1 + random.nextInt(Integer.MAX_VALUE - 1);
      places.put(key, place);
      expected.put(key, place);
    }
    for (Places each :
        List.of(places, Places.in(places.bytes().order(ByteOrder.LITTLE_ENDIAN), 0))) {
      for (int i = 0; i < keys; i++) {
        Signature key = key(i, areAlike);
        assertEquals(expected.getOrDefault(key, 0), each.find(key));
      }
    }
    assertEquals(expected.size(), places.size());
    Map<Signature, Integer> told = new HashMap<>();
    places.forEach(told::put);
    assertEquals(expected, told);
  }

  /** Alike ones fall into one slot. */
  private static Signature key(int number, boolean areAlike) {
    return areAlike
        ? new Signature(Long.rotateLeft(number, 32), number)
        : new Signature(number * 31L, -number);
  }

  @Test
  void aTableFromAFileThatIsFullEndsTheSearch() throws IOException {
    Places places = Places.forKeys(0);
    var bytes = places.bytes().order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < bytes.capacity(); at += Places.SLOT) {
      bytes.putLong(at + 16, 64);
    }
    assertEquals(0, Places.in(bytes, 1).find(new Signature(1, 1)));
  }

  @Test
  void knowsWhatSizeATableMayHave() {
    assertTrue(Places.fits(64L * Places.SLOT, 0));
    assertTrue(Places.fits(64L * Places.SLOT, 63));
    assertFalse(Places.fits(64L * Places.SLOT, 64));
    assertFalse(Places.fits(64L * Places.SLOT, -1));
    assertFalse(Places.fits(65L * Places.SLOT, 1));
    assertFalse(Places.fits(64L * Places.SLOT + 1, 1));
    assertFalse(Places.fits(0, 0));
  }
}
