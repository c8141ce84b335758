package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PieceTest {
  private final Slab slab = Slab.allocate(1 << 10, 256);

  @Test
  void fiveGigabytesAreFiveMapsAtMultiplesOf64() {
    // A mebibyte each, of the same rows: nothing of that size is there.
    List<Embedding> vectors = Collections.nCopies(5 * 1024, slab.rows(0, 1 << 10));
    List<Piece> pieces = Piece.plan(vectors, Piece.MOST);
    assertEquals(
        List.of(0L, 1L << 30, 2L << 30, 3L << 30, 4L << 30),
        pieces.stream().map(Piece::place).toList());
    assertTrue(pieces.stream().allMatch(piece -> piece.bytes() == 1L << 30));
  }

  @Test
  void aVectorThatDoesNotFitBeginsThePieceAfter() {
    List<Embedding> vectors = List.of(slab.rows(0, 3), slab.rows(0, 2), slab.rows(0, 1));
    int row = 1024;
    assertEquals(1, Piece.plan(vectors, 6 * row).size());
    assertEquals(2, Piece.plan(vectors, 6 * row - 1).size());
    assertEquals(List.of(3L, 3L), rows(Piece.plan(vectors, 4 * row)));
    assertEquals(List.of(3L, 2L, 1L), rows(Piece.plan(vectors, 1)), "one alone may be larger");
    assertEquals(List.of(), Piece.plan(List.of(), 1));
  }

  private static List<Long> rows(List<Piece> pieces) {
    return pieces.stream().map(Piece::allRows).toList();
  }

  @Test
  void anotherTypeBeginsAnotherPiece() {
    Slab bytes = Slab.allocate(RowType.INT8, 1, 256);
    List<Piece> pieces =
        Piece.plan(List.of(slab.row(0), bytes.row(0), bytes.row(0), slab.row(1)), Piece.MOST);
    assertEquals(
        List.of(RowType.FLOAT32, RowType.INT8, RowType.FLOAT32),
        pieces.stream().map(Piece::type).toList());
    assertEquals(List.of(0L, 1024L, 1536L), pieces.stream().map(Piece::place).toList());
  }

  @Property(tries = 200)
  void eachIsReadAsItWasWrittenAndNoneBeyondTheFile(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 30) Integer> rows,
      @ForAll @IntRange(min = 1, max = 9) int dim,
      @ForAll @IntRange(min = 1, max = 500) int most)
      throws IOException {
    Slab own = Slab.allocate(30, dim);
    List<Embedding> vectors = rows.stream().map(count -> own.rows(0, count)).toList();
    List<Piece> pieces = Piece.plan(vectors, most);
    long file =
        pieces.stream()
            .filter(piece -> piece.bytes() > 0)
            .mapToLong(piece -> piece.place() + piece.bytes())
            .max()
            .orElse(0);
    int[] read = {};
    long end = 0;
    for (Piece piece : pieces) {
      assertTrue(piece.place() >= end && piece.place() % 64 == 0 && piece.place() < end + 64);
      end = piece.place() + piece.bytes();
      Piece same = again(piece, file);
      assertEquals(piece.place(), same.place());
      read = IntStream.concat(IntStream.of(read), IntStream.of(same.rows())).toArray();
    }
    assertEquals(rows, IntStream.of(read).boxed().toList());
    for (Piece piece : pieces) {
      if (piece.bytes() > 0) {
        long before = piece.place() + piece.bytes() - 1;
        assertThrows(IOException.class, () -> again(piece, before));
      }
    }
  }

  private static Piece again(Piece piece, long file) throws IOException {
    BlobOut out = new BlobOut();
    piece.write(out);
    return Piece.read(new BlobIn(out.finish()), file);
  }
}
