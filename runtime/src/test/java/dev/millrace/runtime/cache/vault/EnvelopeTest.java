package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import dev.millrace.runtime.spi.codec.Numbers;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {
  @Property
  void whatIsSealedIsOpened(@ForAll @WithNull(0.2) @Nullable String value) {
    assertEquals(value, Envelope.open(Codecs.STRING, Envelope.seal(Codecs.STRING, value)));
  }

  @Test
  void anArrayIsAnother() {
    int[] array = {1, 2};
    assertArrayEquals(array, Envelope.open(Numbers.INTS, Envelope.seal(Numbers.INTS, array)));
    assertNull(Envelope.open(Numbers.INTS, Envelope.seal(Numbers.INTS, null)));
  }

  @Test
  void whatIsNeitherNullNorAValueIsDamaged() {
    BlobOut out = new BlobOut();
    out.i8(2);
    out.text("a");
    ByteBuffer bytes = out.finish();
    DamagedBlobException said =
        assertThrows(DamagedBlobException.class, () -> Envelope.open(Codecs.STRING, bytes));
    assertEquals("2 is neither true nor false", said.getMessage());
  }

  @Test
  void whatHasMoreThanAValueIsDamaged() {
    BlobOut out = new BlobOut();
    out.i8(0);
    out.i8(0);
    assertThrows(DamagedBlobException.class, () -> Envelope.open(Codecs.STRING, out.finish()));
  }
}
