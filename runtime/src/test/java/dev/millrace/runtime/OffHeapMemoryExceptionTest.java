package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffHeapMemoryExceptionTest {
  @Test
  void saysWhatThereWasNoRoomForAndWhatToDo() {
    OutOfMemoryError full = new OutOfMemoryError("Cannot reserve");
    OffHeapMemoryException e = new OffHeapMemoryException(1024, 512, 2 << 20, full);
    assertEquals(
        "no room off-heap for a slab of [1024, 512], 2 MiB; let the JVM have more with"
            + " -XX:MaxDirectMemorySize (it is the size of the heap unless set), or keep fewer"
            + " vectors",
        e.getMessage());
    assertEquals(full, e.getCause());
  }

  /**
   * The memory that is asked for is never touched, so that the machine does not need to have it.
   */
  @Test
  void isThrownWhereTheJvmHasNoMoreToGive() {
    List<Slab> slabs = new ArrayList<>();
    long cap = Runtime.getRuntime().maxMemory();
    assertThrows(
        OffHeapMemoryException.class,
        () -> {
          for (long taken = 0; taken <= 2 * cap; taken += 1L << 30) {
            slabs.add(Slab.allocate(1 << 18, 1 << 10));
          }
        });
    slabs.forEach(Slab::close);
  }
}
