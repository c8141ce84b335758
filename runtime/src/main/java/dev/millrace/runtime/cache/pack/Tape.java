package dev.millrace.runtime.cache.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes on their way to a file, a quarter of a MiB at a time. */
final class Tape {
  private static final int SIZE = 1 << 18;

  /** Empty until something is written: many stores are only read. */
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  private final byte[] zeros = new byte[Head.BYTES];

  /** Writes records from a place on, but for the head of the first. */
  void write(FileChannel to, long place, Records records, long pack) throws IOException {
    if (buffer.capacity() == 0) {
      buffer = ByteBuffer.allocateDirect(SIZE);
    }
    buffer.clear();
    long written = place;
    long at = place;
    for (int i = 0; i < records.size(); i++) {
      Head head = records.head(i);
      if (buffer.remaining() < Head.BYTES) {
        written += flush(to, written);
      }
      buffer.put(i == 0 ? ByteBuffer.wrap(zeros) : head.bytes(pack, at));
      ByteBuffer bytes = records.bytes(i).duplicate();
      int end = bytes.limit();
      while (bytes.position() < end) {
        if (!buffer.hasRemaining()) {
          written += flush(to, written);
        }
        bytes.limit(Math.min(end, bytes.position() + buffer.remaining()));
        buffer.put(bytes);
      }
      if (buffer.remaining() < Head.BYTES) {
        written += flush(to, written);
      }
      buffer.put(zeros, 0, (int) (Head.aligned(head.length()) - head.length()));
      at += head.room();
    }
    flush(to, written);
  }

  private int flush(FileChannel to, long place) throws IOException {
    buffer.flip();
    int bytes = buffer.remaining();
    write(to, buffer, place);
    buffer.clear();
    return bytes;
  }

  /** Writes all of a buffer to a place. */
  static void write(FileChannel to, ByteBuffer bytes, long place) throws IOException {
    long at = place;
    while (bytes.hasRemaining()) {
      at += to.write(bytes, at);
    }
  }
}
