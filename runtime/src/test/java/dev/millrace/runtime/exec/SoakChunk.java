package dev.millrace.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;

/** Rows that each stage changes, in its turn and once. */
final class SoakChunk {
  final int number;
  final long seed;
  private final long[] rows;
  private final int stages;

  /** Counted by atomics, so that a doubled work is seen; the rows are plain, as columns are. */
  private final AtomicInteger passed = new AtomicInteger();

  SoakChunk(int number, int rows, int stages, long seed) {
    this.number = number;
    this.rows = new long[rows];
    this.stages = stages;
    this.seed = seed;
  }

  void pass(int stage) {
    assertEquals(stage, passed.getAndIncrement(), "a stage out of its turn");
    for (int row = 0; row < rows.length; row++) {
      rows[row] = rows[row] * 31 + stage + row;
    }
  }

  void assertThatAllHavePassed() {
    assertEquals(stages, passed.get(), "stages passed");
    long[] expected = new long[rows.length];
    for (int stage = 0; stage < stages; stage++) {
      for (int row = 0; row < rows.length; row++) {
        expected[row] = expected[row] * 31 + stage + row;
      }
    }
    assertArrayEquals(expected, rows);
  }
}
