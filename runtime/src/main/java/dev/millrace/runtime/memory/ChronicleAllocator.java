package dev.millrace.runtime.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.openhft.chronicle.bytes.Bytes;

/**
 * Chronicle Bytes over a direct buffer: the same memory for Chronicle, which reads it by address,
 * and for ONNX Runtime, which wants a buffer. It works where {@link Lack#ofChronicle} is empty.
 *
 * <p>The {@code Bytes} object is let go without {@code releaseLast}, which would unmap the memory
 * beneath views of it. Its store has no finalizer (chronicle-bytes 2026.4, {@code
 * NativeBytesStore(ByteBuffer, boolean, long)}): the buffer's own cleaner is what frees it.
 */
public final class ChronicleAllocator implements Allocator {
  @Override
  public String name() {
    return "chronicle";
  }

  @Override
  public ByteBuffer allocate(int bytes) {
    ByteBuffer memory = Bytes.elasticByteBuffer(bytes, bytes).underlyingObject();
    if (memory == null) {
      throw new IllegalStateException("Chronicle Bytes gave no buffer of " + bytes + " bytes");
    }
    return memory.order(ByteOrder.nativeOrder());
  }
}
