package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.cache.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in every key of a cache. The bytes that are digested: a byte for their version; then for
 * each name, in order, the name, a letter for the type of its value, and the value. A text is the
 * number of its chars and the chars; a number has the width of its type, big-endian.
 */
final class Environment {
  private static final int VERSION = 1;

  private Environment() {}

  /** Returns the digest, 32 bytes. */
  static byte[] digest(Map<String, Object> env) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeByte(VERSION);
      for (Map.Entry<String, Object> entry : new TreeMap<>(env).entrySet()) {
        text(out, entry.getKey());
        value(out, entry.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array took no bytes", impossible);
    }
    return Sha256.fresh().digest(bytes.toByteArray());
  }

  private static void value(DataOutputStream out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeByte('T');
      text(out, text);
    } else if (value instanceof Enum<?> constant) {
      out.writeByte('E');
      text(out, constant.getDeclaringClass().getName());
      text(out, constant.name());
    } else if (value instanceof Boolean truth) {
      out.writeByte('Z');
      out.writeBoolean(truth);
    } else if (value instanceof Number number) {
      number(out, number);
    } else {
      throw new IllegalArgumentException("an environment has no " + value.getClass().getName());
    }
  }

  private static void number(DataOutputStream out, Number number) throws IOException {
    if (number instanceof Byte) {
      out.writeByte('B');
      out.writeByte(number.byteValue());
    } else if (number instanceof Short) {
      out.writeByte('S');
      out.writeShort(number.shortValue());
    } else if (number instanceof Integer) {
      out.writeByte('I');
      out.writeInt(number.intValue());
    } else if (number instanceof Long) {
      out.writeByte('J');
      out.writeLong(number.longValue());
    } else if (number instanceof Float) {
      out.writeByte('F');
      out.writeFloat(number.floatValue());
    } else if (number instanceof Double) {
      out.writeByte('D');
      out.writeDouble(number.doubleValue());
    } else {
      throw new IllegalArgumentException("an environment has no " + number.getClass().getName());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }
}
