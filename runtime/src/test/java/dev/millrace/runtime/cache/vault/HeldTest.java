package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HeldTest {
  private static final ByteBuffer BYTES = ByteBuffer.allocate(1);

  /** A number that can be changed. */
  private static final class Growing extends BigInteger {
    private static final long serialVersionUID = 1L;

    Growing() {
      super("1");
    }
  }

  private record Word(String text) {}

  @Test
  void nullIsHeldToo() {
    Object held = Held.of(null);
    assertNotNull(held);
    assertNull(Held.value(held));
    assertSame(held, Held.given(null, BYTES));
  }

  @Test
  void whatCannotBeChangedIsHeldItself() {
    for (Object value :
        List.of(
            "a",
            1,
            1L,
            1.0,
            1f,
            true,
            'a',
            (short) 1,
            (byte) 1,
            TimeUnit.DAYS,
            new UUID(1, 2),
            BigInteger.TWO,
            BigDecimal.TEN)) {
      assertSame(value, Held.given(value, BYTES));
      assertSame(value, Held.value(Held.of(value)));
      assertTrue(Held.size(value) >= 0);
    }
    assertEquals(200, Held.size("a".repeat(100)));
    assertEquals(100, Held.size(BigInteger.ONE.shiftLeft(800)));
  }

  @Test
  void ofWhatPerhapsCanBeTheBytesAreHeld() {
    for (Object value :
        List.of(
            List.of("a"),
            new Word("a"),
            new int[1],
            new Date(1),
            new AtomicInteger(),
            new Growing(),
            Embedding.of(1))) {
      Held.Sealed held = assertInstanceOf(Held.Sealed.class, Held.given(value, BYTES));
      assertSame(BYTES, held.bytes());
    }
  }
}
