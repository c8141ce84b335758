package dev.millrace.retrieval.search;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors in one file, in {@linkplain Piece pieces}, their numbers little-endian. They are read
 * where they lie: what is opened are handles on the mapped file.
 */
final class VectorsFile {
  private static final int BUFFER = 1 << 20;

  private VectorsFile() {}

  /**
   * Writes vectors of one width into a file that is not there yet, and what is where into a blob.
   *
   * @param most how many bytes a piece has at most
   */
  static void write(Path file, List<Embedding> vectors, BlobOut layout, long most)
      throws IOException {
    checkOrder();
    List<Piece> pieces = Piece.plan(vectors, most);
    layout.size(pieces.size());
    pieces.forEach(piece -> piece.write(layout));
    try (FileChannel to =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
      int next = 0;
      for (Piece piece : pieces) {
        to.position(piece.place());
        for (int i = 0; i < piece.rows().length; i++) {
          append(vectors.get(next++), buffer, to);
        }
        flush(buffer, to);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void append(Embedding vector, ByteBuffer buffer, FileChannel to) {
    vector.slab().lend(vector.firstRow(), vector.rows(), rows -> append(rows, buffer, to));
  }

  private static void append(ByteBuffer rows, ByteBuffer buffer, FileChannel to) {
    try {
      while (rows.hasRemaining()) {
        int count = Math.min(rows.remaining(), buffer.remaining());
        buffer.put(rows.slice(rows.position(), count));
        rows.position(rows.position() + count);
        if (!buffer.hasRemaining()) {
          flush(buffer, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flush(ByteBuffer buffer, FileChannel to) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
    buffer.clear();
  }

  /**
   * Opens the vectors of a file. Nothing of it is read.
   *
   * @throws IOException if it cannot be mapped, or does not fit the layout
   */
  static List<Embedding> open(Path file, BlobIn layout) throws IOException {
    checkOrder();
    List<Embedding> vectors = new ArrayList<>();
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int left = layout.count(1); left > 0; left--) {
        Piece piece = Piece.read(layout, from.size());
        Slab slab = slab(piece, from);
        int first = 0;
        for (int rows : piece.rows()) {
          vectors.add(slab.rows(first, rows));
          first += rows;
        }
      }
    }
    return vectors;
  }

  private static Slab slab(Piece piece, FileChannel from) throws IOException {
    if (piece.allRows() == 0) {
      return Slab.allocate(piece.type(), 1, piece.dim()); // For handles on no rows.
    }
    if (piece.bytes() > Slab.MAX_BYTES) {
      throw new IOException(
          "%d bytes are more than a map has; expected pieces of at most %d"
              .formatted(piece.bytes(), Slab.MAX_BYTES));
    }
    ByteBuffer rows = from.map(MapMode.READ_ONLY, piece.place(), piece.bytes());
    return Slab.over(rows, piece.type(), piece.dim());
  }

  private static void checkOrder() throws IOException {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new IOException(
          "stored vectors are little-endian and read where they lie, which this machine, being "
              + "big-endian, cannot do; build the index anew");
    }
  }
}
