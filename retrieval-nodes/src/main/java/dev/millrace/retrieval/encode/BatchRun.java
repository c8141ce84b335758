package dev.millrace.retrieval.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one batch at a time: input memory off-heap, used again and again, and output written by the
 * network where the caller wants it. ONNX Runtime's Java API binds no memory to a device, so a GPU
 * copies both from and to here.
 */
final class BatchRun {
  private final OnnxNetwork network;
  private final LongBuffer ids;
  private final LongBuffer mask;
  private final LongBuffer types;
  private final LongBuffer lengths = longs(2);
  private final Map<String, @Nullable OnnxTensor> inputs = new HashMap<>();
  private final Map<String, @Nullable OnnxTensor> outputs = new HashMap<>();

  BatchRun(OnnxNetwork network, int mostTokens) {
    this.network = network;
    ids = longs(mostTokens);
    mask = longs(mostTokens);
    types = longs(mostTokens);
  }

  private static LongBuffer longs(int count) {
    return ByteBuffer.allocateDirect(count * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  /** Runs the texts from one place of a window's order to another; all are padded to a width. */
  void run(Window window, int from, int to, int width, ByteBuffer target) {
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
    try {
      run(to - from, width, target);
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
              + network.explained(e),
          e);
    }
  }

  /** Runs texts of which only the number and the length matter. */
  void rehearse(int texts, int width, ByteBuffer target) throws OrtException {
    ids.clear();
    mask.clear();
    for (int token = 0; token < texts * width; token++) {
      ids.put(0);
      mask.put(1);
    }
    run(texts, width, target);
  }

  private void run(int texts, int width, ByteBuffer target) throws OrtException {
    ids.flip();
    mask.flip();
    types.position(0).limit(ids.limit());
    lengths.put(0, texts).put(1, width);
    long[] shape = {texts, width};
    try (OnnxTensor idTensor = network.longs(ids, shape);
        OnnxTensor maskTensor = network.longs(mask, shape);
        OnnxTensor typeTensor = network.longs(types, shape);
        OnnxTensor output = network.floats(target, network.outputShape(texts, width))) {
      inputs.put(OnnxNetwork.IDS, idTensor);
      inputs.put(OnnxNetwork.MASK, maskTensor);
      if (network.takesTypes()) {
        inputs.put(OnnxNetwork.TYPES, typeTensor);
      }
      outputs.put(network.output(), output);
      if (network.shapeInputs().isEmpty()) {
        network.run(inputs, outputs);
      } else {
        runWithLengths();
      }
    } finally {
      // The entries stay for the next batch; the tensors must not keep the slab reachable.
      inputs.replaceAll((name, tensor) -> null);
      outputs.replaceAll((name, tensor) -> null);
    }
  }

  private void runWithLengths() throws OrtException {
    try (OnnxTensor tensor = network.longs(lengths, new long[] {lengths.capacity()})) {
      for (String name : network.shapeInputs()) {
        inputs.put(name, tensor);
      }
      network.run(inputs, outputs);
    }
  }
}
