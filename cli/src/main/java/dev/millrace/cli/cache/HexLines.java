package dev.millrace.cli.cache;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Bytes as people look at them: sixteen a line, and their letters beside them. */
final class HexLines {
  private static final int WIDTH = 16;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private HexLines() {}

  /** Returns the first bytes of a buffer, which is not moved. */
  static byte[] head(ByteBuffer buffer, int most) {
    byte[] bytes = new byte[Math.min(most, buffer.remaining())];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }

  /** Returns the lines. */
  static List<String> of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += WIDTH) {
      int to = Math.min(from + WIDTH, bytes.length);
      StringBuilder letters = new StringBuilder();
      for (int i = from; i < to; i++) {
        letters.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
      }
      lines.add(
          String.format(
              Locale.ROOT, "%04x  %-47s  %s", from, HEX.formatHex(bytes, from, to), letters));
    }
    return lines;
  }
}
