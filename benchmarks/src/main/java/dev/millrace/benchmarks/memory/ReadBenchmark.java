package dev.millrace.benchmarks.memory;

import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Adds up 64 vectors of 384 floats, which stay in the cache, number by number in order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ReadBenchmark.ROWS * ReadBenchmark.DIM)
public class ReadBenchmark {
  static final int ROWS = 64;
  static final int DIM = 384;

  private final float[][] arrays = new float[ROWS][DIM];
  private final List<List<Float>> boxed = new ArrayList<>();
  private Slab slab;

  @Setup
  public void fill() {
    Random random = new Random(1);
    slab = Slab.allocate(ROWS, DIM);
    for (int row = 0; row < ROWS; row++) {
      List<Float> list = new ArrayList<>();
      for (int column = 0; column < DIM; column++) {
        float number = random.nextFloat();
        arrays[row][column] = number;
        slab.set(row, column, number);
        list.add(number);
      }
      boxed.add(list);
    }
  }

  @Benchmark
  public float array() {
    float sum = 0;
    for (float[] row : arrays) {
      for (float number : row) {
        sum += number;
      }
    }
    return sum;
  }

  @Benchmark
  public float boxedList() {
    float sum = 0;
    for (List<Float> row : boxed) {
      for (float number : row) {
        sum += number;
      }
    }
    return sum;
  }

  /** As an index reads it. */
  @Benchmark
  public float view() {
    FloatBuffer floats = slab.floats(0, ROWS);
    float sum = 0;
    for (int place = 0; place < ROWS * DIM; place++) {
      sum += floats.get(place);
    }
    return sum;
  }

  /** As most others do: a copy of each row. */
  @Benchmark
  public float rows() {
    float sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (float number : slab.row(row).row(0)) {
        sum += number;
      }
    }
    return sum;
  }

  @Benchmark
  public float numbers() {
    return sum();
  }

  @Benchmark
  @Fork(jvmArgsAppend = "-Dmillrace.slab.bounds=false")
  public float numbersWithoutBounds() {
    return sum();
  }

  private float sum() {
    float sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < DIM; column++) {
        sum += slab.get(row, column);
      }
    }
    return sum;
  }
}
