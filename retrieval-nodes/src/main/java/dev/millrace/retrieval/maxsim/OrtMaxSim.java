package dev.millrace.retrieval.maxsim;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * MaxSim by ONNX Runtime's matrix product: document rows, straight from their slab, times the
 * transposed query; maxima and sums in Java.
 *
 * <p>What keeps a score free of its neighbours: the session has one thread, so a product is never
 * cut along the query; the query's width is padded to whole vector registers; and there are always
 * two rows or more, since for one row the library takes another routine that rounds differently.
 */
final class OrtMaxSim implements MaxSimKernel {
  /** Lanes come in multiples of this: floats in the widest vector register. */
  static final int LANES = 16;

  private final OrtEnvironment environment;
  private final OrtSession session;

  /** Scratch that scans have given back. */
  private final BlockingQueue<LaneScratch> spare =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

  private OrtMaxSim(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Returns the kernel.
   *
   * @throws IllegalStateException if ONNX Runtime refuses
   * @throws LinkageError if it does not load
   */
  static MaxSimKernel open() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.setTelemetry(false); // the pinned version sends nothing; another build might
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      return new OrtMaxSim(environment, environment.createSession(MatMulGraph.bytes(), options));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot make the MaxSim session", e);
    }
  }

  @Override
  public String id() {
    return "ort-" + environment.getVersion();
  }

  @Override
  public Scan scan(Embedding query) {
    LaneScratch free = spare.poll();
    LaneScratch scratch = free == null ? new LaneScratch() : free;
    scratch.load(query);
    try {
      return new OrtScan(scratch, tensor(scratch.query(), query.dim(), scratch.lanes()));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime refuses the query " + query, e);
    }
  }

  private OnnxTensor tensor(FloatBuffer floats, int rows, int columns) throws OrtException {
    return OnnxTensor.createTensor(environment, floats, new long[] {rows, columns});
  }

  /** One query on one thread. */
  private final class OrtScan implements Scan {
    private final LaneScratch scratch;
    private final OnnxTensor query;

    private OrtScan(LaneScratch scratch, OnnxTensor query) {
      this.scratch = scratch;
      this.query = query;
    }

    @Override
    public void score(Run run, double[] scores) {
      scratch.begin(run);
      for (int from = 0; from < run.rows(); from += RunPlan.MAX_ROWS) {
        int rows = Math.min(RunPlan.MAX_ROWS, run.rows() - from);
        multiply(run.slab(), run.first() + from, rows);
        scratch.fold(run, from, rows);
      }
      scratch.sum(run, scores);
    }

    private void multiply(Slab slab, int first, int rows) {
      FloatBuffer input = rows > 1 ? slab.floats(first, rows) : scratch.pair(slab, first);
      int computed = Math.max(2, rows);
      try (OnnxTensor documents = tensor(input, computed, slab.dim());
          OnnxTensor similarities = tensor(scratch.output(computed), computed, scratch.lanes())) {
        session
            .run(
                Map.of(MatMulGraph.DOCUMENTS, documents, MatMulGraph.QUERY, query),
                Map.of(MatMulGraph.SIMILARITIES, similarities))
            .close();
      } catch (OrtException e) {
        throw new IllegalStateException(
            "ONNX Runtime cannot multiply rows %d to %d of %s"
                .formatted(first, first + rows - 1, slab),
            e);
      }
    }

    @Override
    public void close() {
      query.close();
      spare.offer(scratch);
    }
  }
}
