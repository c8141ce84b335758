package dev.millrace.runtime.spi.codec;

import dev.millrace.runtime.RowType;
import dev.millrace.runtime.Slab;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The rows of one type of number and one width in a blob that is read. */
final class RowsIn {
  private final ByteBuffer rows;
  private final RowType type;
  private final int dim;
  private @Nullable Slab slab;

  private RowsIn(ByteBuffer rows, RowType type, int dim) {
    this.rows = rows;
    this.type = type;
    this.dim = dim;
  }

  /** Reads what is said of some rows at the buffer's position: they lie in the same buffer. */
  static RowsIn of(ByteBuffer blob) {
    int ordinal = blob.getInt();
    int dim = blob.getInt();
    int rows = blob.getInt();
    int place = blob.getInt();
    if (ordinal < 0 || ordinal >= RowType.values().length || dim < 1 || rows < 1 || place < 0) {
      throw new DamagedBlobException("there are no rows of [" + rows + ", " + dim + "]");
    }
    RowType type = RowType.values()[ordinal];
    long numbers = (long) rows * dim;
    long room = (blob.capacity() - (long) place) / type.bytes();
    if (numbers > room) {
      throw new DamagedBlobException("[" + rows + ", " + dim + "] is more than what is there");
    }
    return new RowsIn(blob.slice(place, (int) numbers * type.bytes()), type, dim);
  }

  /** Returns the rows as a slab: the blob's own memory, which nobody can write to. */
  Slab slab() {
    Slab made = slab;
    if (made == null) {
      made = Slab.over(inNativeOrder(), type, dim);
      slab = made;
    }
    return made;
  }

  private ByteBuffer inNativeOrder() {
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      return rows.asReadOnlyBuffer();
    }
    ByteBuffer swapped = ByteBuffer.allocateDirect(rows.capacity());
    swap(rows, swapped, type);
    return swapped.flip().asReadOnlyBuffer();
  }

  /** Puts numbers in the other order of bytes. */
  static void swap(ByteBuffer from, ByteBuffer to, RowType type) {
    int width = type.bytes();
    for (int number = from.position(); number < from.limit(); number += width) {
      for (int at = width - 1; at >= 0; at--) {
        to.put(from.get(number + at));
      }
    }
  }
}
