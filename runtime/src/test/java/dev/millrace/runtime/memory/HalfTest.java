package dev.millrace.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HalfTest {
  @Test
  void everyHalfComesBackFromItsFloat() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      short half = (short) bits;
      assertEquals(half, Half.of(Half.toFloat(half)), () -> Integer.toHexString(half & 0xffff));
    }
  }

  @Test
  void knowsTheNumbersOfTheStandard() {
    assertEquals(1f, Half.toFloat((short) 0x3c00));
    assertEquals(-2f, Half.toFloat((short) 0xc000));
    assertEquals(65504f, Half.toFloat((short) 0x7bff));
    assertEquals(0x1p-14f, Half.toFloat((short) 0x0400));
    assertEquals(0x1p-24f, Half.toFloat((short) 0x0001));
    assertEquals(0.333251953125f, Half.toFloat((short) 0x3555));
    assertEquals(Float.NEGATIVE_INFINITY, Half.toFloat((short) 0xfc00));
    assertEquals(1 / -0f, 1 / Half.toFloat((short) 0x8000));
    assertTrue(Float.isNaN(Half.toFloat((short) 0x7e00)));
  }

  @Test
  void roundsTiesToEvenAndOverflowsToInfinity() {
    assertEquals(0x3c00, Half.of(1 + 0x1p-11f), "between 1 and the next: the even one");
    assertEquals(0x3c02, Half.of(1 + 3 * 0x1p-11f));
    assertEquals(0x7bff, Half.of(65519f));
    assertEquals(0x7c00, Half.of(65520f));
    assertEquals(0x0000, Half.of(0x1p-25f));
    assertEquals(0x0001, Half.of(Math.nextUp(0x1p-25f)));
    assertEquals(0x0400, Half.of(Math.nextDown(0x1p-14f)), "up to the first normal one");
  }

  /** Neighbouring halves in order of size are neighbouring numbers, so there is an oracle. */
  @Property
  void noHalfIsNearer(@ForAll float value) {
    float magnitude = Math.abs(value);
    if (Float.isNaN(value) || magnitude >= 65520) {
      return;
    }
    int half = Half.of(magnitude) & 0xffff;
    double error = Math.abs((double) Half.toFloat((short) half) - magnitude);
    for (int near : new int[] {half - 1, half + 1}) {
      if (near >= 0 && near < 0x7c00) {
        double other = Math.abs((double) Half.toFloat((short) near) - magnitude);
        assertTrue(error < other || error == other && half % 2 == 0, value + ": " + half);
      }
    }
    assertEquals(half | (Float.floatToRawIntBits(value) >>> 16 & 0x8000), Half.of(value) & 0xffff);
  }
}
