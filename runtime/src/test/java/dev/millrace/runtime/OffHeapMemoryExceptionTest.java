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

  /** The build gives the tests' JVM half a gibibyte off-heap. */
  @Test
  void isThrownWhereTheJvmHasNoMoreToGive() {
    List<Slab> slabs = new ArrayList<>();
    assertThrows(
        OffHeapMemoryException.class,
        () -> {
          for (int i = 0; i < 16; i++) {
            slabs.add(Slab.allocate(1 << 14, 1 << 10)); // 64 MiB
          }
        });
    slabs.forEach(Slab::close);
  }
}
