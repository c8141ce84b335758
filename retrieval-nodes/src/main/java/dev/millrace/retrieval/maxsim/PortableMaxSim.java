package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * MaxSim in plain Java, for where ONNX Runtime does not load. Blocks of rows are turned so that one
 * array holds one dimension of all rows; then the loops run along the rows and the compiler turns
 * them into vector instructions. Each row's product is added up in the order of its dimensions,
 * whatever its neighbours are.
 *
 * <p>Products are multiplied and added, not fused: {@code Math.fma} is somewhat faster where the
 * processor has it and a hundred times slower where not.
 */
final class PortableMaxSim implements MaxSimKernel {
  /** Rows at once: the sums of one query token stay in the first cache. */
  private static final int BLOCK = 512;

  /** Rows that are turned at once. */
  private static final int TURNED = 16;

  @Override
  public String id() {
    return "portable-1";
  }

  @Override
  public Scan scan(Embedding query) {
    float[][] tokens = new float[query.rows()][];
    Arrays.setAll(tokens, query::row);
    return new PortableScan(tokens);
  }

  /** One query on one thread. */
  private static final class PortableScan implements Scan {
    private final float[][] query;
    private final int dim;
    private final float[] taken;
    private final float[][] columns;
    private final float[] sums = new float[BLOCK];
    private float[][] maxima = {};

    private PortableScan(float[][] query) {
      this.query = query;
      this.dim = query[0].length;
      this.taken = new float[TURNED * dim];
      this.columns = new float[dim][BLOCK];
    }

    @Override
    public void score(Run run, double[] scores) {
      begin(run.size());
      for (int from = 0; from < run.rows(); from += BLOCK) {
        int rows = Math.min(BLOCK, run.rows() - from);
        turn(run.slab(), run.first() + from, rows);
        for (int token = 0; token < query.length; token++) {
          multiply(query[token], rows);
          fold(run, from, rows, token);
        }
      }
      for (int d = 0; d < run.size(); d++) {
        double sum = 0;
        for (float maximum : maxima[d]) {
          sum += maximum;
        }
        scores[run.documents()[d]] = sum;
      }
    }

    /** Forgets all maxima: they start below every number, never at 0. */
    private void begin(int documents) {
      if (maxima.length < documents) {
        maxima = new float[documents][query.length];
      }
      for (int d = 0; d < documents; d++) {
        Arrays.fill(maxima[d], Float.NEGATIVE_INFINITY);
      }
    }

    /** Turns a few rows at a time, so that what is written stays together. */
    private void turn(Slab slab, int first, int rows) {
      FloatBuffer floats = slab.floats(first, rows);
      for (int from = 0; from < rows; from += TURNED) {
        int count = Math.min(TURNED, rows - from);
        floats.get(taken, 0, count * dim);
        for (int column = 0; column < dim; column++) {
          float[] target = columns[column];
          for (int r = 0; r < count; r++) {
            target[from + r] = taken[r * dim + column];
          }
        }
      }
    }

    private void multiply(float[] token, int rows) {
      Arrays.fill(sums, 0, rows, 0);
      int column = 0;
      for (; column + 3 < token.length; column += 4) {
        add(
            rows,
            sums,
            token[column],
            columns[column],
            token[column + 1],
            columns[column + 1],
            token[column + 2],
            columns[column + 2],
            token[column + 3],
            columns[column + 3]);
      }
      for (; column < token.length; column++) {
        add(rows, sums, token[column], columns[column]);
      }
    }

    /** Four dimensions at once: fewer passes over the sums, and still a body that is vectorised. */
    private static void add(
        int rows,
        float[] sums,
        float a,
        float[] as,
        float b,
        float[] bs,
        float c,
        float[] cs,
        float d,
        float[] ds) {
      for (int r = 0; r < rows; r++) {
        sums[r] = (((sums[r] + a * as[r]) + b * bs[r]) + c * cs[r]) + d * ds[r];
      }
    }

    private static void add(int rows, float[] sums, float a, float[] as) {
      for (int r = 0; r < rows; r++) {
        sums[r] += a * as[r];
      }
    }

    private void fold(Run run, int from, int rows, int token) {
      for (int d = 0; d < run.size(); d++) {
        int start = Math.max(run.starts()[d], from) - from;
        int end = Math.min(run.starts()[d] + run.lengths()[d], from + rows) - from;
        float maximum = maxima[d][token];
        for (int r = start; r < end; r++) {
          maximum = Math.max(maximum, sums[r]);
        }
        maxima[d][token] = maximum;
      }
    }

    @Override
    public void close() {
      // Scratch is on the heap and goes with the scan.
    }
  }
}
