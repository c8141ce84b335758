package dev.millrace.runtime.cache.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryBlobsTest {
  private static final Signature ONE = new Signature(0, 1);
  private static final Signature TWO = new Signature(0, 2);

  private final MemoryBlobs blobs = new MemoryBlobs();

  @Test
  void keepsACopyAndGivesAViewThatCannotBeWritten() {
    ByteBuffer given = ByteBuffer.wrap(new byte[] {9, 1, 2, 9}).position(1).limit(3);
    blobs.put(List.of(new Blob(ONE, given), new Blob(TWO, ByteBuffer.allocate(0))));
    given.put(1, (byte) 7);
    assertEquals(1, given.position());
    List<ByteBuffer> found = blobs.get(List.of(TWO, ONE, new Signature(0, 3)));
    assertEquals(
        Arrays.asList(ByteBuffer.allocate(0), ByteBuffer.wrap(new byte[] {1, 2}), null), found);
    assertTrue(found.get(1).isReadOnly());
    assertEquals(ByteOrder.LITTLE_ENDIAN, found.get(1).order());
    found.get(1).position(2);
    assertEquals(0, blobs.get(List.of(ONE)).get(0).position(), "each has a view of his own");
  }

  @Test
  void forgetsWhatIsRemovedAndTellsOfTheRest() {
    blobs.put(List.of(new Blob(ONE, ByteBuffer.allocate(5)), new Blob(TWO, given())));
    blobs.remove(List.of(ONE, new Signature(0, 3)));
    assertFalse(blobs.contains(ONE));
    assertTrue(blobs.contains(TWO));
    List<Signature> told = new ArrayList<>();
    blobs.forEach(
        stored -> {
          told.add(stored.key());
          assertEquals(3, stored.bytes());
        });
    assertEquals(List.of(TWO), told);
    assertEquals(0, blobs.reclaim());
    blobs.close();
    assertFalse(blobs.contains(TWO));
  }

  private static ByteBuffer given() {
    return ByteBuffer.wrap(new byte[] {1, 2, 3});
  }
}
