package dev.millrace.runtime.cache.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class Wtf8Test {

  private static String hex(String text) {
    return HexFormat.of().formatHex(Wtf8.encode(text));
  }

  @Test
  void writesHalfAPairAsItsNumber() {
    assertEquals("eda080", hex("\uD800"));
    assertEquals("edb080", hex("\uDC00"));
    assertEquals("3f", hex("?"));
    assertEquals("f09f9880", hex("\uD83D\uDE00"));
    assertEquals("613feda0bd62", hex("a?\uD83Db"));
    assertEquals("edb880eda0bd", hex("\uDE00\uD83D"));
  }

  @Property
  void writesSoundTextAsUtf8(@ForAll String any) {
    String sound = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertArrayEquals(sound.getBytes(StandardCharsets.UTF_8), Wtf8.encode(sound));
  }
}
