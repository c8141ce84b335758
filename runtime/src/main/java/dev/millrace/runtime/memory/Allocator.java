package dev.millrace.runtime.memory;

import java.nio.ByteBuffer;

/** Gives memory off the heap. */
public sealed interface Allocator permits DirectAllocator, ChronicleAllocator {
  /** Returns what it is called in the property {@value Choice#PROPERTY}. */
  String name();

  /**
   * Returns a direct buffer of zeros in the machine's byte order, which owns its memory: the
   * collector frees it when neither the buffer nor a view of it can be reached.
   *
   * @throws OutOfMemoryError if the JVM has no more to give
   */
  ByteBuffer allocate(int bytes);
}
