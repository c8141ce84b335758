package dev.millrace.runtime.spi;

import dev.millrace.runtime.cache.key.KeyBytes;
import dev.millrace.runtime.cache.key.Tag;

/**
 * What a class is in keys whose values are told by their parts: a digest of its name and of the
 * parts' names. A part that is renamed, or changes places with another, makes another type.
 */
public final class KeyType {
  private final byte[] digest = new byte[KeyBytes.DIGEST];

  private KeyType() {}

  /**
   * Returns the type of a class.
   *
   * @param name its binary name
   * @param parts the names of what follows, in that order
   */
  public static KeyType of(String name, String... parts) {
    KeyBytes bytes = new KeyBytes();
    bytes.begin();
    bytes.tag(Tag.PARTS).text(name).int32(parts.length);
    for (String part : parts) {
      bytes.text(part);
    }
    KeyType type = new KeyType();
    bytes.end(type.digest, 0);
    return type;
  }

  /** Writes it. */
  void writeTo(KeyBytes bytes) {
    bytes.tag(Tag.PARTS).raw(digest, 0, digest.length);
  }
}
