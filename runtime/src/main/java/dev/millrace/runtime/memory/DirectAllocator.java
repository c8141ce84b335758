package dev.millrace.runtime.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The JDK's own direct buffers: they need no flag, no library and no start. */
public final class DirectAllocator implements Allocator {
  @Override
  public String name() {
    return "direct";
  }

  @Override
  public ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
