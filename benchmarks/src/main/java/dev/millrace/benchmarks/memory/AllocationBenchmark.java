package dev.millrace.benchmarks.memory;

import dev.millrace.runtime.Slab;
import dev.millrace.runtime.SlabPool;
import dev.millrace.runtime.memory.Allocator;
import dev.millrace.runtime.memory.ChronicleAllocator;
import dev.millrace.runtime.memory.DirectAllocator;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Room for a batch of vectors, 256 rows of 384 floats, all zeros, written at both ends and given
 * up. What the collector does to have buffers freed is part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AllocationBenchmark {
  private static final int ROWS = 256;
  private static final int DIM = 384;
  private static final int BYTES = ROWS * DIM * Float.BYTES;

  private final Allocator direct = new DirectAllocator();
  private final Allocator chronicle = new ChronicleAllocator();
  private SlabPool pool;

  @Setup
  public void open() {
    pool = SlabPool.of(16L << 20);
  }

  @TearDown
  public void close() {
    pool.close();
  }

  @Benchmark
  public ByteBuffer directBuffer() {
    return written(direct.allocate(BYTES));
  }

  @Benchmark
  public ByteBuffer chronicleBuffer() {
    return written(chronicle.allocate(BYTES));
  }

  private static ByteBuffer written(ByteBuffer memory) {
    return memory.putFloat(0, 1).putFloat(BYTES - Float.BYTES, 1);
  }

  @Benchmark
  public Slab slab() {
    Slab slab = Slab.allocate(ROWS, DIM);
    write(slab);
    slab.close();
    return slab;
  }

  @Benchmark
  public Slab pooledSlab() {
    Slab slab = pool.slab(ROWS, DIM);
    write(slab);
    slab.release();
    return slab;
  }

  private static void write(Slab slab) {
    slab.set(0, 0, 1);
    slab.set(ROWS - 1, DIM - 1, 1);
  }

  @Benchmark
  public float[] heapArray() {
    float[] array = new float[ROWS * DIM];
    array[0] = 1;
    array[array.length - 1] = 1;
    return array;
  }
}
