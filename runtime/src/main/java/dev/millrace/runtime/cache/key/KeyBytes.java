package dev.millrace.runtime.cache.key;

import dev.millrace.runtime.cache.Sha256;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes that end in a digest: SHA-256, cut to its first 128 bits. Numbers are little-endian, text
 * and arrays have their length before them. One is used again and again, by one thread at a time.
 */
public final class KeyBytes {
  /** The format's version: the first byte of whatever is digested. */
  public static final byte VERSION = 1;

  /** The length of a digest in bytes. */
  public static final int DIGEST = 16;

  /** Where the buffer no longer grows: what is in it goes to the digest instead. */
  private static final int LIMIT = 1 << 14;

  /** A text of so many characters is copied one by one: that takes no array in between. */
  private static final int SHORT = 64;

  private static final int ASCII = 128;

  private static final VarHandle SHORTS = little(short[].class);
  private static final VarHandle INTS = little(int[].class);
  private static final VarHandle LONGS = little(long[].class);

  private final MessageDigest sha = Sha256.make();
  private final byte[] whole = new byte[sha.getDigestLength()];
  private byte[] bytes = new byte[256];
  private int length;
  private boolean spilled;

  private static VarHandle little(Class<?> numbers) {
    return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.LITTLE_ENDIAN);
  }

  /** Begins anew, whatever was written before. */
  public void begin() {
    if (spilled) {
      sha.reset();
      spilled = false;
    }
    length = 0;
    int8(VERSION);
  }

  /** Writes what kind of value follows. */
  public KeyBytes tag(Tag tag) {
    return int8(tag.code());
  }

  /** Writes one byte. */
  public KeyBytes int8(byte value) {
    int at = room(1);
    bytes[at] = value;
    return this;
  }

  /** Writes two bytes. */
  public KeyBytes int16(short value) {
    int at = room(Short.BYTES);
    SHORTS.set(bytes, at, value);
    return this;
  }

  /** Writes four bytes. */
  public KeyBytes int32(int value) {
    int at = room(Integer.BYTES);
    INTS.set(bytes, at, value);
    return this;
  }

  /** Writes eight bytes. */
  public KeyBytes int64(long value) {
    int at = room(Long.BYTES);
    LONGS.set(bytes, at, value);
    return this;
  }

  /** Writes a float's bits; all NaNs are one, 0.0 and -0.0 are two. */
  public KeyBytes float32(float value) {
    return int32(Float.floatToIntBits(value));
  }

  /** Writes a double's bits; all NaNs are one, 0.0 and -0.0 are two. */
  public KeyBytes float64(double value) {
    return int64(Double.doubleToLongBits(value));
  }

  /** Writes a text, its length in bytes first. */
  public KeyBytes text(String text) {
    return text.length() <= SHORT && ascii(text) ? this : sized(Wtf8.encode(text));
  }

  /** Writes a text of ASCII alone, whose bytes are its characters; else nothing. */
  private boolean ascii(String text) {
    int count = text.length();
    int at = room(Integer.BYTES + count);
    byte[] target = bytes;
    int all = 0;
    for (int i = 0; i < count; i++) {
      char each = text.charAt(i);
      target[at + Integer.BYTES + i] = (byte) each;
      all |= each;
    }
    if (all >= ASCII) {
      length = at;
      return false;
    }
    INTS.set(target, at, count);
    return true;
  }

  /** Writes bytes, their number first. */
  public KeyBytes sized(byte[] value) {
    return int32(value.length).raw(value, 0, value.length);
  }

  /** Writes some bytes as they are. */
  public KeyBytes raw(byte[] source, int from, int count) {
    if (count > LIMIT) {
      spill();
      sha.update(source, from, count);
    } else {
      int at = room(count);
      System.arraycopy(source, from, bytes, at, count);
    }
    return this;
  }

  /**
   * Writes the numbers of a buffer, little-endian, whatever its own order is.
   *
   * @param width the size of a number in bytes: 1, 2 or 4
   */
  public KeyBytes numbers(ByteBuffer source, int width) {
    if (width == 1 || source.order() == ByteOrder.LITTLE_ENDIAN) {
      return raw(source);
    }
    while (source.hasRemaining()) {
      if (width == Short.BYTES) {
        int16(source.getShort());
      } else {
        int32(source.getInt());
      }
    }
    return this;
  }

  private KeyBytes raw(ByteBuffer source) {
    int count = source.remaining();
    if (count > LIMIT) {
      spill();
      sha.update(source);
    } else {
      int at = room(count);
      source.get(bytes, at, count);
    }
    return this;
  }

  /** Writes the digest of what was written, 16 bytes, to a place, and ends. */
  public void end(byte[] target, int at) {
    sha.update(bytes, 0, length);
    try {
      sha.digest(whole, 0, whole.length);
    } catch (DigestException impossible) {
      throw new IllegalStateException("the digest has room", impossible);
    }
    length = 0;
    spilled = false;
    // Two numbers: that is less than calling what copies arrays.
    LONGS.set(target, at, (long) LONGS.get(whole, 0));
    LONGS.set(target, at + Long.BYTES, (long) LONGS.get(whole, Long.BYTES));
  }

  /** Returns what was written, version first, as long as it is short: for tests of the format. */
  public byte[] written() {
    if (spilled) {
      throw new IllegalStateException("more was written than is kept");
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Returns where so many bytes can be written. */
  private int room(int count) {
    if (length + count > LIMIT) {
      spill();
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
    int at = length;
    length += count;
    return at;
  }

  private void spill() {
    sha.update(bytes, 0, length);
    length = 0;
    spilled = true;
  }
}
