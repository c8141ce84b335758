package dev.millrace.runtime.cache.key;

import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8, and half a surrogate pair as the three bytes that UTF-8 would give its number:
 * WTF-8, which no two texts share (Sapin, "The WTF-8 encoding", §2.1). {@code getBytes} alone would
 * make every such half a question mark.
 */
final class Wtf8 {
  private Wtf8() {}

  static byte[] encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return hasQuestionMark(bytes) && hasHalfPair(text) ? slowly(text, bytes.length) : bytes;
  }

  private static boolean hasQuestionMark(byte[] bytes) {
    for (byte each : bytes) {
      if (each == '?') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasHalfPair(String text) {
    return text.codePoints().anyMatch(Wtf8::isHalf);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static byte[] slowly(String text, int replaced) {
    int halves = (int) text.codePoints().filter(Wtf8::isHalf).count();
    byte[] bytes = new byte[replaced + 2 * halves];
    int at = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isHalf(codePoint)) {
        bytes[at++] = (byte) (0xE0 | codePoint >> 12);
        bytes[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | codePoint & 0x3F);
      } else {
        byte[] one = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(one, 0, bytes, at, one.length);
        at += one.length;
      }
    }
    return bytes;
  }
}
