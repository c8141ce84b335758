package dev.millrace.retrieval.search;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file of vectors that is mapped at once: a map, and a slab, has 2 GiB at most.
 *
 * @param place where in the file it begins, a multiple of 64 bytes
 * @param type what the numbers are
 * @param dim how many of them a row has
 * @param rows how many rows each of its vectors has, one after the other
 */
record Piece(long place, RowType type, int dim, int[] rows) {
  /** The most bytes of a piece, unless one vector alone has more. */
  static final long MOST = 1L << 30;

  private static final int ALIGNMENT = 64;

  /** Returns in which pieces vectors of one width lie, in their order. */
  static List<Piece> plan(List<Embedding> vectors, long most) {
    List<Piece> pieces = new ArrayList<>();
    long place = 0;
    int from = 0;
    while (from < vectors.size()) {
      int to = end(vectors, from, most);
      int[] rows = vectors.subList(from, to).stream().mapToInt(Embedding::rows).toArray();
      Embedding first = vectors.get(from);
      Piece piece = new Piece(place, first.slab().type(), first.dim(), rows);
      pieces.add(piece);
      place = (place + piece.bytes() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      from = to;
    }
    return pieces;
  }

  private static int end(List<Embedding> vectors, int from, long most) {
    RowType type = vectors.get(from).slab().type();
    long bytes = 0;
    int to = from;
    while (to < vectors.size()) {
      Embedding vector = vectors.get(to);
      bytes += (long) vector.rows() * vector.dim() * type.bytes();
      if (vector.slab().type() != type || to > from && bytes > most) {
        break;
      }
      to++;
    }
    return to;
  }

  /** Returns how many rows there are. */
  long allRows() {
    long all = 0;
    for (int each : rows) {
      all += each;
    }
    return all;
  }

  /** Returns how many bytes they have. */
  long bytes() {
    return allRows() * dim * type.bytes();
  }

  void write(BlobOut out) {
    out.i64(place);
    out.text(type.name());
    out.size(dim);
    out.size(rows.length);
    for (int each : rows) {
      out.size(each);
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException if it does not lie in a file of that size; no rows do in any
   */
  static Piece read(BlobIn in, long file) throws IOException {
    long place = in.i64();
    RowType type = RowType.valueOf(in.text());
    int dim = in.size();
    int[] rows = new int[in.count(1)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.size();
    }
    Piece piece = new Piece(place, type, dim, rows);
    if (place < 0 || place % ALIGNMENT != 0 || piece.bytes() > Math.max(0, file - place)) {
      throw new IOException(
          "%d rows of %d numbers do not lie at %d in a file of %d bytes"
              .formatted(piece.allRows(), dim, place, file));
    }
    return piece;
  }
}
