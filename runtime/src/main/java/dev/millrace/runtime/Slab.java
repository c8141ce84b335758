package dev.millrace.runtime;

import dev.millrace.runtime.memory.Bounds;
import dev.millrace.runtime.memory.Choice;
import dev.millrace.runtime.memory.Ledger;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An off-heap block of rows of numbers, {@code [rows, dim]}, in the machine's byte order: an
 * encoder writes into it directly, an index reads from it directly.
 *
 * <p>A slab is safe to read from many threads once it has been written. {@link Embedding} is a
 * handle on some of its rows and keeps it reachable; the collector frees what nothing reaches.
 *
 * <p>Whoever wants its memory back earlier counts: {@link #allocate} gives the first hold, {@link
 * #retain} adds one, {@link #release} gives one up, and the last one releases the slab. {@link
 * #close} does so at once, whoever holds it. What is read after that is an exception, never a
 * crash, and never another's rows: memory that a view may still reach is not used again.
 */
public final class Slab implements AutoCloseable {
  /** The largest slab in bytes: a direct buffer holds no more. */
  public static final long MAX_BYTES = Integer.MAX_VALUE - 63L;

  private static final int CLOSED = -1;

  private final int rows;
  private final int dim;
  private final RowType type;

  /** The number of holds; 0 once the last was given up. */
  private final AtomicInteger holds = new AtomicInteger(1);

  private final Ledger.@Nullable Entry entry;
  private volatile @Nullable ByteBuffer memory;

  /** Takes the memory back, where it is from a pool. */
  private @Nullable Runnable giveBack;

  /** Whether somebody may have a view of pooled memory; of other memory nobody needs to know. */
  private volatile boolean viewed;

  Slab(int rows, int dim, RowType type, ByteBuffer memory, @Nullable Runnable giveBack) {
    this.rows = rows;
    this.dim = dim;
    this.type = type;
    this.memory = memory;
    this.giveBack = giveBack;
    viewed = giveBack == null;
    entry = Ledger.ON ? Ledger.SLABS.enter(this, toString(), giveBack != null) : null;
  }

  /**
   * Returns a slab of float32 zeros, {@code [rows, dim]}.
   *
   * @throws IllegalArgumentException if a dimension is not positive, or both come to more than
   *     {@link #MAX_BYTES}
   * @throws OffHeapMemoryException if there is no room for it
   */
  public static Slab allocate(int rows, int dim) {
    return allocate(RowType.FLOAT32, rows, dim);
  }

  /**
   * Returns a slab of zeros of a type, {@code [rows, dim]}.
   *
   * @throws IllegalArgumentException if a dimension is not positive, or both come to more than
   *     {@link #MAX_BYTES}
   * @throws OffHeapMemoryException if there is no room for it
   */
  public static Slab allocate(RowType type, int rows, int dim) {
    int bytes = bytes(type, rows, dim);
    try {
      return new Slab(rows, dim, type, Choice.current().allocator().allocate(bytes), null);
    } catch (OutOfMemoryError full) {
      throw new OffHeapMemoryException(rows, dim, bytes, full);
    }
  }

  /**
   * Returns a slab over memory that is there, as many rows as it holds: a mapped file, say. It is
   * that memory and no copy, from the position to the limit, its numbers in the machine's byte
   * order; where it is read-only, so are the rows. Nobody takes it back.
   *
   * @throws IllegalArgumentException if it does not hold whole rows, one at least
   */
  public static Slab over(ByteBuffer memory, RowType type, int dim) {
    long width = (long) dim * type.bytes();
    if (width <= 0 || memory.remaining() < width || memory.remaining() % width != 0) {
      throw new IllegalArgumentException(
          memory.remaining()
              + " bytes are no rows of "
              + dim
              + " numbers of "
              + type.bytes()
              + " bytes; give it whole rows, one at least");
    }
    ByteBuffer own = memory.slice().order(ByteOrder.nativeOrder());
    return new Slab((int) (memory.remaining() / width), dim, type, own, null);
  }

  /** Returns the size of a slab, if there can be one. */
  static int bytes(RowType type, int rows, int dim) {
    if (rows <= 0 || dim <= 0) {
      throw new IllegalArgumentException(
          "a slab has at least one row and one column, not [" + rows + ", " + dim + "]");
    }
    // At most 2^62 numbers: how many they are fits a long, how many bytes may not.
    long numbers = (long) rows * dim;
    if (numbers > MAX_BYTES / type.bytes()) {
      throw new IllegalArgumentException(
          "a slab of ["
              + rows
              + ", "
              + dim
              + "] numbers of "
              + type.bytes()
              + " bytes is more than "
              + MAX_BYTES
              + " bytes; use several");
    }
    return (int) numbers * type.bytes();
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns the width of a row, in numbers. */
  public int dim() {
    return dim;
  }

  /** Returns what the numbers are. */
  public RowType type() {
    return type;
  }

  /**
   * Returns the memory of some rows, writable, in the machine's byte order: {@code count * dim}
   * numbers. It is the slab's own memory, no copy, and stays it for as long as the view is there.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   * @throws IllegalStateException if the slab was released or closed
   */
  public ByteBuffer bytes(int first, int count) {
    if (!viewed) {
      // Before the memory is looked at: who releases it in between then sees that there is a view.
      viewed = true;
    }
    return view(memory(), first, count);
  }

  /**
   * Returns the floats of some rows, writable: a view as {@link #bytes} is.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   * @throws IllegalStateException if the slab was released or closed, or is not of float32
   */
  public FloatBuffer floats(int first, int count) {
    if (type != RowType.FLOAT32) {
      throw new IllegalStateException(
          "the rows of " + this + " are not float32; read them by get, or through bytes");
    }
    return bytes(first, count).asFloatBuffer();
  }

  /**
   * Lends the memory of some rows for one call, as {@link #bytes} gives it. The view must not be
   * kept: once the slab is released, its pool may use the memory again, which it does not where
   * {@code bytes} or {@code floats} gave a view away. The slab is held for the length of the call.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   * @throws IllegalStateException if the slab was released or closed
   */
  public void lend(int first, int count, Consumer<? super ByteBuffer> use) {
    retain();
    try {
      use.accept(view(memory(), first, count));
    } finally {
      release();
    }
  }

  /**
   * Returns one number.
   *
   * @throws IndexOutOfBoundsException if the place is not in the slab
   * @throws IllegalStateException if the slab was released or closed
   */
  public float get(int row, int column) {
    Bounds.index(row, rows);
    Bounds.index(column, dim);
    ByteBuffer current = memory();
    float number = type.read(current, (row * dim + column) * type.bytes());
    stillHas(current);
    return number;
  }

  /**
   * Writes one number: for float16 the nearest there is, infinite from 65520 on.
   *
   * @throws IndexOutOfBoundsException if the place is not in the slab
   * @throws IllegalArgumentException if the slab is of int8 and the number is not one
   * @throws IllegalStateException if the slab was released or closed
   */
  public void set(int row, int column, float number) {
    Bounds.index(row, rows);
    Bounds.index(column, dim);
    retain();
    try {
      type.write(memory(), (row * dim + column) * type.bytes(), number);
    } finally {
      release();
    }
  }

  /**
   * Returns a handle on one row: a vector.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Embedding row(int row) {
    return new Embedding(this, row, 1);
  }

  /**
   * Returns a handle on some rows: a matrix, {@code [count, dim]}.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   */
  public Embedding rows(int first, int count) {
    return new Embedding(this, first, count);
  }

  /**
   * Adds a hold, which is to be given up by {@link #release}.
   *
   * @return this slab
   * @throws IllegalStateException if the slab was released or closed
   */
  public Slab retain() {
    int before = holds.getAndUpdate(count -> count > 0 ? Math.addExact(count, 1) : count);
    if (before <= 0) {
      throw gone();
    }
    return this;
  }

  /**
   * Gives a hold up. The last one releases the slab: its memory goes back to where it came from.
   * Where it was closed nothing is left to give up.
   *
   * @return whether this was the last hold
   * @throws IllegalStateException if no hold is left: somebody released more often than he held
   */
  public boolean release() {
    int before = holds.getAndUpdate(count -> count > 0 ? count - 1 : count);
    if (before == 0) {
      throw new IllegalStateException(
          this + " was released more often than it was held; pair each release with a retain");
    }
    if (before == 1) {
      end(true);
    }
    return before == 1;
  }

  /** Gives the memory up, whoever holds it. Its handles stay, and throw when they are read. */
  @Override
  public void close() {
    int before = holds.getAndUpdate(count -> count > 0 ? CLOSED : count);
    if (before > 0) {
      // Another holder may be at it this moment: then the memory is left to the collector.
      end(before == 1);
    }
  }

  private void end(boolean nobodyHolds) {
    memory = null;
    Runnable back = giveBack;
    giveBack = null;
    if (back != null && nobodyHolds && !viewed) {
      back.run();
    }
    if (entry != null) {
      Ledger.SLABS.strike(entry);
    }
  }

  /** Returns a view for who looks at it once and then asks {@link #stillHas}. */
  ByteBuffer peek(int first, int count) {
    return view(memory(), first, count);
  }

  private ByteBuffer view(ByteBuffer current, int first, int count) {
    Objects.checkFromIndexSize(first, count, rows);
    int width = dim * type.bytes();
    return current.slice(first * width, count * width).order(ByteOrder.nativeOrder());
  }

  private ByteBuffer memory() {
    ByteBuffer current = memory;
    if (current == null) {
      throw gone();
    }
    return current;
  }

  /** Throws if what was read meanwhile may have been another's: the read counts only after this. */
  void stillHas() {
    VarHandle.acquireFence();
    if (memory == null) {
      throw gone();
    }
  }

  private void stillHas(ByteBuffer read) {
    VarHandle.acquireFence();
    if (memory != read) {
      throw gone();
    }
  }

  private IllegalStateException gone() {
    return new IllegalStateException(
        "the slab ["
            + rows
            + ", "
            + dim
            + "] was "
            + (holds.get() == CLOSED ? "closed" : "released")
            + "; copy() what must outlive it");
  }

  @Override
  public String toString() {
    int count = holds.get();
    String type = this.type == RowType.FLOAT32 ? "" : " " + this.type;
    return "Slab["
        + rows
        + ", "
        + dim
        + type
        + "]"
        + (count > 0 ? "" : count == CLOSED ? " closed" : " released");
  }
}
