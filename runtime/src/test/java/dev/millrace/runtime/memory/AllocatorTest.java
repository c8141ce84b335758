package dev.millrace.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocatorTest {
  static Stream<Allocator> allocators() {
    return Stream.of(new DirectAllocator(), new ChronicleAllocator());
  }

  @ParameterizedTest
  @MethodSource("allocators")
  void givesZerosOffTheHeapInTheMachinesByteOrder(Allocator allocator) {
    for (int bytes : new int[] {1, 7, 64, 4096, 100_001}) {
      ByteBuffer memory = allocator.allocate(bytes);
      assertTrue(memory.isDirect());
      assertEquals(ByteOrder.nativeOrder(), memory.order());
      assertEquals(bytes, memory.capacity());
      assertEquals(bytes, memory.remaining());
      while (memory.hasRemaining()) {
        assertEquals(0, memory.get());
      }
    }
  }

  /** Nothing but the buffer owns the memory: what else there was may have been collected. */
  @ParameterizedTest
  @MethodSource("allocators")
  void memoryStaysForAsLongAsAViewIsThere(Allocator allocator) {
    List<ByteBuffer> views = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      ByteBuffer memory = allocator.allocate(1 << 18);
      memory.putInt(1000, i);
      views.add(memory.slice(1000, 4).order(ByteOrder.nativeOrder()));
    }
    System.gc();
    for (int i = 0; i < 64; i++) {
      allocator.allocate(1 << 18).putInt(1000, -1);
    }
    System.gc();
    for (int i = 0; i < 64; i++) {
      assertEquals(i, views.get(i).getInt(0));
    }
  }

  /** Twice what the build gives the tests' JVM, in pieces that nobody keeps. */
  @ParameterizedTest
  @MethodSource("allocators")
  void theCollectorFreesWhatNobodyReaches(Allocator allocator) {
    for (int i = 0; i < 16; i++) {
      allocator.allocate(64 << 20).putInt(0, i);
    }
  }

  @ParameterizedTest
  @MethodSource("allocators")
  void saysSoWhereThereIsNoMore(Allocator allocator) {
    List<ByteBuffer> kept = new ArrayList<>();
    assertThrows(
        OutOfMemoryError.class,
        () -> {
          for (int i = 0; i < 16; i++) {
            kept.add(allocator.allocate(64 << 20));
          }
        });
    kept.clear();
  }
}
