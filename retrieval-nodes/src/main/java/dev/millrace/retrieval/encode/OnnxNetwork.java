package dev.millrace.retrieval.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One loaded model, shared by all threads. ONNX Runtime crashes the process where a session is
 * closed while it runs, so every use is counted: whoever is last, the user or the closer, frees it.
 */
final class OnnxNetwork {
  static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  static final String TYPES = "token_type_ids";

  private static final int CLOSED = Integer.MIN_VALUE;

  private final OrtEnvironment environment = environment();
  private final OrtSession session;
  private final String output;
  private final Set<String> outputs;
  private final boolean takesTypes;
  private final int dim;

  /** How many uses are under way; with the sign bit once it was closed. */
  private final AtomicInteger uses = new AtomicInteger();

  OnnxNetwork(ModelFile file, int maxTokens) {
    ByteBuffer model = file.read();
    OnnxScan.check(model);
    try {
      session = load(model);
    } catch (OrtException e) {
      throw new EncoderException(Fault.WRONG_MODEL, file + " does not load: " + e.getMessage(), e);
    }
    boolean sound = false;
    try {
      checkInputs(session.getInputInfo());
      output = chooseOutput(session.getOutputInfo());
      outputs = Set.of(output);
      takesTypes = session.getInputNames().contains(TYPES);
      dim = probe(maxTokens);
      sound = true;
    } catch (OrtException e) {
      throw new EncoderException(
          Fault.WRONG_MODEL,
          file
              + " does not take a text of "
              + maxTokens
              + " tokens: "
              + e.getMessage()
              + "; lower maxTokens if it was trained on shorter ones",
          e);
    } finally {
      if (!sound) {
        free();
      }
    }
  }

  private static OrtEnvironment environment() {
    try {
      return OrtEnvironment.getEnvironment();
    } catch (LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new EncoderException(
          Fault.FAILED,
          "ONNX Runtime cannot be loaded: "
              + cause
              + "; it unpacks its native library into java.io.tmpdir, "
              + System.getProperty("java.io.tmpdir")
              + ", unless onnxruntime.native.path names a folder that has it",
          e);
    }
  }

  private OrtSession load(ByteBuffer model) throws OrtException {
    // Matters only where the native library was built by others: the pinned version sends nothing.
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One core per batch, batches side by side: no pool to wake, and idle threads cost nothing.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      // The other format is a flat buffer, which the scan cannot see through.
      options.addConfigEntry("session.load_model_format", "ONNX");
      // What goes wrong is thrown; it need not be printed as well.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      // Shapes differ from batch to batch, and a plan kept for each would never be used again.
      options.setMemoryPatternOptimization(false);
      return environment.createSession(model, options);
    }
  }

  private static void checkInputs(Map<String, NodeInfo> inputs) {
    for (String name : List.of(IDS, MASK)) {
      if (!inputs.containsKey(name)) {
        throw wrong("has no input " + name + " but " + inputs.keySet());
      }
    }
    inputs.forEach(
        (name, node) -> {
          if (!name.equals(IDS) && !name.equals(MASK) && !name.equals(TYPES)) {
            throw wrong("has an input " + name);
          }
          if (!(node.getInfo() instanceof TensorInfo info)
              || info.type != OnnxJavaType.INT64
              || info.getShape().length != 2) {
            throw wrong("takes " + node.getInfo() + " as " + name);
          }
        });
  }

  private static String chooseOutput(Map<String, NodeInfo> outputs) {
    for (String name : List.of("last_hidden_state", "token_embeddings")) {
      if (outputs.containsKey(name)) {
        return name;
      }
    }
    if (outputs.size() == 1) {
      return outputs.keySet().iterator().next();
    }
    throw wrong("has the outputs " + outputs.keySet());
  }

  /** Returns the width of a vector, found by encoding a text of the greatest length. */
  private int probe(int maxTokens) throws OrtException {
    long[] shape = {1, maxTokens};
    long[] ones = new long[maxTokens];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = longs(LongBuffer.allocate(maxTokens), shape);
        OnnxTensor mask = longs(LongBuffer.wrap(ones), shape);
        OnnxTensor types = longs(LongBuffer.allocate(maxTokens), shape)) {
      Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(IDS, ids, MASK, mask));
      if (takesTypes()) {
        inputs.put(TYPES, types);
      }
      try (OrtSession.Result result = session.run(inputs, outputs)) {
        if (!(result.get(0).getInfo() instanceof TensorInfo info) || !fits(info, maxTokens)) {
          throw wrong(
              "answers " + maxTokens + " tokens with " + result.get(0).getInfo() + " as " + output);
        }
        return (int) info.getShape()[2];
      }
    }
  }

  private static boolean fits(TensorInfo info, int tokens) {
    long[] shape = info.getShape();
    return info.type == OnnxJavaType.FLOAT
        && shape.length == 3
        && shape[0] == 1
        && shape[1] == tokens
        && shape[2] > 0;
  }

  private static EncoderException wrong(String what) {
    return new EncoderException(
        Fault.WRONG_MODEL,
        "the network "
            + what
            + "; expected are int64 [batch, tokens] input_ids, attention_mask and perhaps"
            + " token_type_ids, and a float [batch, tokens, dim] last_hidden_state");
  }

  int dim() {
    return dim;
  }

  /** Returns whether the network wants to be told that there is only one text in each row. */
  boolean takesTypes() {
    return takesTypes;
  }

  /** Returns a tensor on these numbers; direct ones are not copied. */
  OnnxTensor longs(LongBuffer numbers, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, numbers, shape);
  }

  /** Returns a tensor on this memory. */
  OnnxTensor floats(ByteBuffer memory, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, memory, shape, OnnxJavaType.FLOAT);
  }

  /** Returns the name of the output. */
  String output() {
    return output;
  }

  /** Runs the network; what it gives is written into {@code pinned}. */
  void run(Map<String, @Nullable OnnxTensor> inputs, Map<String, @Nullable OnnxTensor> pinned)
      throws OrtException {
    session.run(inputs, pinned).close();
  }

  /** Begins a use, to be followed by {@link #end}. */
  void begin() {
    for (int seen = uses.get(); ; seen = uses.get()) {
      if (seen < 0) {
        throw new EncoderException(
            Fault.CLOSED, "the encoder was closed; open one that lives as long as its users");
      }
      if (uses.compareAndSet(seen, seen + 1)) {
        return;
      }
    }
  }

  /** Ends a use, and returns whether the network is gone with it. */
  boolean end() {
    return uses.decrementAndGet() == CLOSED && free();
  }

  /** Lets no further use begin, and returns whether the network is gone: no use was under way. */
  boolean close() {
    return uses.getAndUpdate(seen -> seen | CLOSED) == 0 && free();
  }

  private boolean free() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EncoderException(
          Fault.FAILED, "the network cannot be closed: " + e.getMessage(), e);
    }
    return true;
  }
}
