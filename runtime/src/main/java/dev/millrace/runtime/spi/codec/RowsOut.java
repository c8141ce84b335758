package dev.millrace.runtime.spi.codec;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The rows of a blob's embeddings of one type of number and one width. */
final class RowsOut {
  private final RowType type;
  private final int dim;
  private final List<Embedding> embeddings = new ArrayList<>();
  private int rows;

  RowsOut(RowType type, int dim) {
    this.type = type;
    this.dim = dim;
  }

  boolean takes(Embedding embedding) {
    return embedding.slab().type() == type && embedding.dim() == dim;
  }

  /** Adds an embedding, and returns the place of its first row. */
  int add(Embedding embedding) {
    int first = rows;
    rows = Math.addExact(rows, embedding.rows());
    embeddings.add(embedding);
    return first;
  }

  long bytes() {
    return (long) rows * dim * type.bytes();
  }

  /** Writes what they are, and where. */
  void describe(ByteBuffer blob, int place) {
    blob.putInt(type.ordinal()).putInt(dim).putInt(rows).putInt(place);
  }

  /** Writes them all. */
  void put(ByteBuffer blob) {
    for (Embedding embedding : embeddings) {
      embedding.slab().lend(embedding.firstRow(), embedding.rows(), numbers -> put(numbers, blob));
    }
  }

  private void put(ByteBuffer numbers, ByteBuffer blob) {
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      blob.put(numbers);
    } else {
      RowsIn.swap(numbers, blob, type);
    }
  }
}
