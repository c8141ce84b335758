package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an account says of itself and of what became other. */
final class CodeAccountTest {
  private static CodeAccount account(
      String digest, Map<String, String> parts, Map<String, String> libraries) {
    return new CodeAccount(
        digest.repeat(32),
        new TreeMap<>(parts),
        new TreeMap<>(libraries),
        new TreeSet<>(),
        List.of());
  }

  @Test
  void theDigestsBytesAreItsDigits() {
    byte[] bytes = account("0f", Map.of(), Map.of()).bytes();
    assertEquals(32, bytes.length);
    assertEquals(15, bytes[0]);
  }

  @Test
  void nothingChangedWhereTheDigestsAreEqual() {
    CodeAccount account = account("00", Map.of("a", "1"), Map.of());
    assertEquals(List.of(), account.changesSince(account("00", Map.of("a", "1"), Map.of())));
  }

  @Test
  void partsThatAreNewAndGoneAndOtherAreNamed() {
    assertEquals(
        List.of("a changed", "b is gone", "c is new"),
        account("01", Map.of("a", "2", "c", "1"), Map.of())
            .changesSince(account("00", Map.of("a", "1", "b", "1"), Map.of())));
  }

  @Test
  void librariesAreNamedWithWhatTheyWere() {
    String content = "0123456789abcdef".repeat(4);
    assertEquals(
        List.of("JDK is 25, was 17", "more is new", "tools is 1.1 (01234567), was 1.0 (01234567)"),
        account("01", Map.of(), Map.of("JDK", "25", "tools", "1.1 " + content, "more", "1.0"))
            .changesSince(account("00", Map.of(), Map.of("JDK", "17", "tools", "1.0 " + content))));
  }

  @Test
  void anotherOrderOfTheSamePartsIsSaid() {
    assertEquals(
        List.of("the same parts are called from other places"),
        account("01", Map.of("a", "1"), Map.of())
            .changesSince(account("00", Map.of("a", "1"), Map.of())));
  }

  @Test
  void anAccountIsOfItsOwnCopies() {
    TreeMap<String, String> parts = new TreeMap<>(Map.of("a", "1"));
    CodeAccount account =
        new CodeAccount("00", parts, new TreeMap<>(), new TreeSet<>(), List.of("why"));
    parts.clear();
    assertEquals(1, account.parts().size());
    assertThrows(UnsupportedOperationException.class, () -> account.parts().clear());
    assertFalse(account.readable());
    assertTrue(account("00", Map.of(), Map.of()).readable());
  }
}
