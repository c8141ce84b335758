package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.cache.Uninterrupted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a pack: views of its mapping, and copies of what is not mapped. A file that grows is
 * mapped anew when it has grown by much, since a process may have only so many mappings.
 */
final class PackBytes {
  /** So much of a growing pack, and a sixteenth of it, is read and not mapped. */
  private static final int LEAST_TO_MAP = 1 << 18;

  private final Path file;
  private final boolean isMapped;
  private volatile ByteBuffer mapped = ByteBuffer.allocate(0);

  /**
   * Makes the bytes of a file.
   *
   * @param isMapped whether it is mapped; else all of it is copied
   */
  PackBytes(Path file, boolean isMapped) {
    this.file = file;
    this.isMapped = isMapped;
  }

  /** Returns a file's bytes, mapped, in little-endian order; null if it is empty or too large. */
  static @Nullable ByteBuffer map(Path file) throws IOException {
    return Uninterrupted.call(
        () -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            return size == 0 || size > Integer.MAX_VALUE
                ? null
                : channel.map(MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
          }
        });
  }

  /** Returns bytes, read-only and little-endian, or null if the file ends before them. */
  @Nullable ByteBuffer view(long at, int length) throws IOException {
    ByteBuffer whole = mapped;
    if (at + length > whole.capacity() && isMapped) {
      whole = mapMore(at + length);
    }
    return at + length <= whole.capacity()
        ? whole.slice((int) at, length).order(ByteOrder.LITTLE_ENDIAN)
        : copy(at, length);
  }

  private synchronized ByteBuffer mapMore(long needed) throws IOException {
    int already = mapped.capacity();
    if (needed > already) {
      long size = Files.size(file);
      if (size - already >= Math.max(LEAST_TO_MAP, already >> 4)) {
        growTo(size);
      }
    }
    return mapped;
  }

  /** Maps what there is, if that is more than is mapped. */
  synchronized void growTo(long size) throws IOException {
    if (isMapped && size > mapped.capacity()) {
      ByteBuffer whole = map(file);
      if (whole != null) {
        mapped = whole;
      }
    }
  }

  private @Nullable ByteBuffer copy(long at, int length) throws IOException {
    return Uninterrupted.call(
        () -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (at + length > channel.size()) {
              return null;
            }
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
              if (channel.read(bytes, at + bytes.position()) < 0) {
                return null;
              }
            }
            return bytes.flip().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
          }
        });
  }

  /** Returns whether the file is shorter than what is mapped. */
  boolean isCut() throws IOException {
    return Files.size(file) < mapped.capacity();
  }
}
