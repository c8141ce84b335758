package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.millrace.runtime.Signature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HeadTest {
  private static final long PACK = 0x0123456789ABCDEFL;
  private static final Head HEAD =
      Head.of(Kind.BLOB, new Signature(-1, 2), ByteBuffer.wrap(new byte[] {1, 2, 3}), 1_700_000);

  private static ByteBuffer written() {
    return HEAD.bytes(PACK, 640).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void itIsReadBack() {
    assertEquals(HEAD, Head.read(written(), 0, PACK, 640));
    assertEquals(128, HEAD.room());
  }

  /** The format, which other versions read. */
  @Test
  void itIsWrittenLittleEndianAndBeginsWithItsName() {
    ByteBuffer bytes = written();
    assertEquals("MREC", new String(bytes.array(), 0, 4, StandardCharsets.US_ASCII));
    assertEquals(2, bytes.get(4), "a blob");
    assertEquals(3, bytes.get(24), "the length");
    assertEquals((byte) 0xEF, bytes.get(40), "the pack");
  }

  @Test
  void itIsNotReadForAnotherPackOrPlace() {
    assertNull(Head.read(written(), 0, PACK + 1, 640));
    assertNull(Head.read(written(), 0, PACK, 704));
  }

  @Test
  void noBitOfItMayFlip() {
    for (int bit = 0; bit < Head.BYTES * 8; bit++) {
      ByteBuffer bytes = written();
      assertNotNull(Head.read(bytes, 0, PACK, 640));
      bytes.put(bit / 8, (byte) (bytes.get(bit / 8) ^ 1 << bit % 8));
      assertNull(Head.read(bytes, 0, PACK, 640), "bit " + bit);
    }
  }

  @Test
  void aLengthThatNoRecordHasIsRefused() {
    for (int length : new int[] {-1, Integer.MAX_VALUE, Head.LONGEST + 1}) {
      Head head = new Head(Kind.BLOB, HEAD.key(), length, 0, 0);
      assertNull(
          Head.read(head.bytes(PACK, 0).order(ByteOrder.LITTLE_ENDIAN), 0, PACK, 0),
          "length " + length);
    }
  }

  @Test
  void roomIsAMultipleOf64() {
    assertEquals(64, Head.room(0));
    assertEquals(128, Head.room(1));
    assertEquals(128, Head.room(64));
    assertEquals(192, Head.room(65));
  }
}
