package dev.millrace.retrieval.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.runtime.Slab;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one thread needs to run one batch at a time: pinned input memory, and room for one vector.
 * The network writes straight into the slab, where the vectors are then brought to length 1.
 */
final class Lane {
  private final OnnxNetwork network;
  private final LongBuffer ids;
  private final LongBuffer mask;
  private final LongBuffer types;
  private final float[] row;
  private final float[] sum;
  private final Map<String, @Nullable OnnxTensor> inputs = new HashMap<>();
  private final Map<String, @Nullable OnnxTensor> outputs = new HashMap<>();

  Lane(OnnxNetwork network, int mostTokens) {
    this.network = network;
    ids = longs(mostTokens);
    mask = longs(mostTokens);
    types = longs(mostTokens);
    row = new float[network.dim()];
    sum = new float[network.dim()];
  }

  private static LongBuffer longs(int count) {
    return ByteBuffer.allocateDirect(count * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  /** Encodes one batch of a window into its rows of the slab, and the means into theirs. */
  void encode(Window window, int batch, Slab tokens, FloatBuffer means) {
    int from = window.batch(batch);
    int to = window.batch(batch + 1);
    int width = window.length(window.text(from));
    int rows = width * (to - from);
    int firstRow = window.row(window.text(from));
    write(window, from, to, width);
    ByteBuffer memory = tokens.bytes(firstRow, rows);
    try {
      run(memory, to - from, width);
    } catch (OrtException e) {
      throw new EncoderException(
          Fault.FAILED,
          "the model failed on "
              + (to - from)
              + " texts of up to "
              + width
              + " tokens, the first of them text "
              + (window.first() + window.text(from))
              + ": "
              + e.getMessage(),
          e);
    }
    FloatBuffer vectors = memory.asFloatBuffer();
    for (int place = from; place < to; place++) {
      int text = window.text(place);
      pool(vectors, (place - from) * width, window.length(text), means, text, window.first());
    }
  }

  private void write(Window window, int from, int to, int width) {
    ids.clear();
    mask.clear();
    for (int place = from; place < to; place++) {
      int text = window.text(place);
      int length = window.length(text);
      for (int token = 0; token < width; token++) {
        ids.put(token < length ? window.id(text, token) : 0);
        mask.put(token < length ? 1 : 0);
      }
    }
    ids.flip();
    mask.flip();
    types.position(0).limit(ids.limit());
  }

  private void run(ByteBuffer target, int texts, int width) throws OrtException {
    long[] shape = {texts, width};
    try (OnnxTensor idTensor = network.longs(ids, shape);
        OnnxTensor maskTensor = network.longs(mask, shape);
        OnnxTensor typeTensor = network.longs(types, shape);
        OnnxTensor output = network.floats(target, new long[] {texts, width, network.dim()})) {
      inputs.put(OnnxNetwork.IDS, idTensor);
      inputs.put(OnnxNetwork.MASK, maskTensor);
      if (network.takesTypes()) {
        inputs.put(OnnxNetwork.TYPES, typeTensor);
      }
      outputs.put(network.output(), output);
      network.run(inputs, outputs);
    } finally {
      // The entries stay for the next batch; the tensors must not keep the slab reachable.
      inputs.replaceAll((name, tensor) -> null);
      outputs.replaceAll((name, tensor) -> null);
    }
  }

  /** Writes the mean of a text's vectors, then brings it and them to length 1. */
  private void pool(
      FloatBuffer vectors, int firstRow, int count, FloatBuffer means, int text, int firstText) {
    int dim = row.length;
    Arrays.fill(sum, 0);
    for (int token = 0; token < count; token++) {
      int place = (firstRow + token) * dim;
      vectors.get(place, row);
      for (int i = 0; i < dim; i++) {
        sum[i] += row[i];
      }
      normalize(row, firstText + text);
      vectors.put(place, row);
    }
    for (int i = 0; i < dim; i++) {
      sum[i] /= count;
    }
    normalize(sum, firstText + text);
    means.put(text * dim, sum);
  }

  /** Brings a vector to length 1; one of zeros stays. */
  private static void normalize(float[] vector, int text) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    if (!Double.isFinite(squares)) {
      throw new EncoderException(
          Fault.FAILED, "the model returned a vector for text " + text + " that is not finite");
    }
    if (squares > 0) {
      double norm = Math.sqrt(squares);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / norm);
      }
    }
  }
}
