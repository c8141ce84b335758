package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HexLinesTest {

  @Test
  void showsDigitsAndLetters() {
    byte[] bytes = {0, 31, ' ', 'a', '~', 127, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 'z'};
    assertEquals(
        List.of(
            "0000  00 1f 20 61 7e 7f ff 01 02 03 04 05 06 07 08 09  .. a~...........",
            "0010  7a                                               z"),
        HexLines.of(bytes));
    assertEquals(List.of(), HexLines.of(new byte[0]));
  }

  @Test
  void takesTheFirstBytesAndMovesNothing() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).position(1);
    assertArrayEquals(new byte[] {2, 3}, HexLines.head(buffer, 2));
    assertArrayEquals(new byte[] {2, 3, 4}, HexLines.head(buffer, 9));
    assertEquals(1, buffer.position());
  }
}
