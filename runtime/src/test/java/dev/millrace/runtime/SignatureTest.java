package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {

  @Test
  void itsTextHasAllOfItsDigits() {
    assertEquals("00000000000000010000000000000002", new Signature(1, 2).toString());
    assertEquals("fffffffffffffffe0000000000000000", new Signature(-2, 0).toString());
  }

  @Test
  void itIsReadInEitherCase() {
    assertEquals(
        new Signature(0xABCDEF0123456789L, 0xFL),
        Signature.parse("ABCDEF0123456789000000000000000f"));
  }

  @Property
  void itsTextIsReadBack(@ForAll long high, @ForAll long low) {
    Signature signature = new Signature(high, low);
    assertEquals(signature, Signature.parse(signature.toString()));
  }

  @Property
  void itIsOrderedAsItsText(
      @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
    Signature one = new Signature(high, low);
    for (Signature other :
        new Signature[] {new Signature(otherHigh, otherLow), new Signature(high, otherLow), one}) {
      assertEquals(
          Integer.signum(one.toString().compareTo(other.toString())),
          Integer.signum(one.compareTo(other)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000000000000001000000000000000",
        "000000000000000100000000000000020",
        "0000000000000001000000000000000g",
        "+0000000000000010000000000000002",
        "٠0000000000000010000000000000002"
      })
  void rejectsWhatIsNoSignature(String text) {
    SignatureFormatException refused =
        assertThrows(SignatureFormatException.class, () -> Signature.parse(text));
    assertEquals(text, refused.text());
    assertEquals(
        "\""
            + text
            + "\" is no signature; expected 32 hexadecimal digits, as Signature.toString() writes"
            + " them",
        refused.getMessage());
  }
}
