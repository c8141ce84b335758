package dev.millrace.runtime.cache.code;

import dev.millrace.runtime.cache.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** What is hashed: numbers, and texts and bytes after their lengths, so that no two meet. */
final class Tokens {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Tokens number(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes.write((int) (value >>> shift));
    }
    return this;
  }

  Tokens text(String text) {
    // Not by a charset: a constant may hold half of a surrogate pair, and all halves would be one.
    byte[] chars = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      chars[2 * i] = (byte) (text.charAt(i) >>> 8);
      chars[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes(chars);
  }

  Tokens bytes(byte[] some) {
    number(some.length);
    bytes.writeBytes(some);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** Returns the SHA-256 of all that was written, as 64 hexadecimal digits. */
  String digest() {
    return HexFormat.of().formatHex(Sha256.make().digest(bytes.toByteArray()));
  }
}
