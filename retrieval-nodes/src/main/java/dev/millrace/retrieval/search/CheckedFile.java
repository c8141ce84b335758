package dev.millrace.retrieval.search;

import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file of a stored index that is read as a whole: a blob, and its checksum behind it. */
final class CheckedFile {
  private CheckedFile() {}

  /** Writes a file that is not there yet. */
  static void write(Path file, BlobOut out) throws IOException {
    ByteBuffer blob = out.finish();
    CRC32C sum = new CRC32C();
    sum.update(blob.duplicate());
    ByteBuffer behind = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    behind.putInt((int) sum.getValue()).flip();
    try (FileChannel to =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer each : new ByteBuffer[] {blob, behind}) {
        while (each.hasRemaining()) {
          to.write(each);
        }
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or its checksum is another
   */
  static BlobIn read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length - Integer.BYTES;
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, Math.max(0, length));
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (length < 0 || all.getInt(length) != (int) sum.getValue()) {
      throw new IOException(file + " is damaged: its checksum is another");
    }
    return new BlobIn(all.limit(length));
  }
}
