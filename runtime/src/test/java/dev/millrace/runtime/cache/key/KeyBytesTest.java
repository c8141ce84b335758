package dev.millrace.runtime.cache.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.cache.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class KeyBytesTest {

  private static byte[] digest(KeyBytes bytes) {
    byte[] digest = new byte[KeyBytes.DIGEST];
    bytes.end(digest, 0);
    return digest;
  }

  @Test
  void endsInTheFirstHalfOfSha256() {
    KeyBytes bytes = new KeyBytes();
    bytes.begin();
    bytes.tag(Tag.INT).int32(1);
    assertEquals("010401000000", HexFormat.of().formatHex(bytes.written()));
    byte[] whole = Sha256.make().digest(bytes.written());
    assertArrayEquals(Arrays.copyOf(whole, 16), digest(bytes));
  }

  @Property(tries = 50)
  void longAndShortWritesAreTheSameBytes(
      @ForAll @Size(min = 1, max = 6) int @IntRange(max = 40_000) [] lengths) {
    KeyBytes atOnce = new KeyBytes();
    KeyBytes oneByOne = new KeyBytes();
    atOnce.begin();
    oneByOne.begin();
    for (int length : lengths) {
      byte[] part = new byte[Math.abs(length % 40_000)];
      Arrays.fill(part, (byte) length);
      atOnce.raw(part, 0, part.length);
      for (byte each : part) {
        oneByOne.int8(each);
      }
    }
    assertArrayEquals(digest(oneByOne), digest(atOnce));
  }

  @Property
  void aTextIsItsLengthAndItsBytesWhereverItStands(
      @ForAll @Size(max = 5) List<@StringLength(max = 130) String> texts,
      @ForAll @IntRange(max = 17_000) int before) {
    KeyBytes written = new KeyBytes();
    KeyBytes expected = new KeyBytes();
    for (KeyBytes each : List.of(written, expected)) {
      each.begin();
      each.raw(new byte[before], 0, before);
    }
    for (String text : texts) {
      written.text(text);
      expected.sized(Wtf8.encode(text));
    }
    assertArrayEquals(digest(expected), digest(written));
  }

  @Test
  void whatWasBegunAndGivenUpLeavesNothingBehind() {
    KeyBytes bytes = new KeyBytes();
    bytes.begin();
    byte[] clean = digest(bytes);
    bytes.begin();
    bytes.raw(new byte[100_000], 0, 100_000);
    assertThrows(IllegalStateException.class, bytes::written);
    bytes.begin();
    assertArrayEquals(clean, digest(bytes));
  }

  @Test
  void theByteOrderOfABufferDoesNotCount() {
    for (int width : new int[] {1, 2, 4}) {
      assertArrayEquals(
          numbers(ByteOrder.LITTLE_ENDIAN, width), numbers(ByteOrder.BIG_ENDIAN, width));
    }
  }

  private static byte[] numbers(ByteOrder order, int width) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(order);
    IntStream.range(0, 8 / width)
        .forEach(
            i -> {
              switch (width) {
                case 1 -> buffer.put((byte) i);
                case 2 -> buffer.putShort((short) (0x0102 * i));
                default -> buffer.putInt(0x01020304 * (i + 1));
              }
            });
    KeyBytes bytes = new KeyBytes();
    bytes.begin();
    bytes.numbers(buffer.flip(), width);
    return digest(bytes);
  }
}
