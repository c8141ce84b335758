package dev.millrace.retrieval.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
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
  private final EncoderOptions options;
  private final String output;
  private final Set<String> outputs;
  private final List<String> shapeInputs;
  private final boolean quantizesAsItRuns;
  private final boolean takesTypes;
  private final int dim;

  /** How many uses are under way; with the sign bit once it was closed. */
  private final AtomicInteger uses = new AtomicInteger();

  OnnxNetwork(EncoderModel from) {
    ModelFile file = from.network();
    options = from.options();
    ByteBuffer model = file.read();
    OnnxScan.check(model);
    ModelGraph graph = ModelGraph.of(model);
    String hidden = chooseOutput(graph.outputs());
    GraphEdit edit = new GraphEdit(graph);
    if (options.device() instanceof Device.Cuda) {
      edit.freeShapesOf(Set.of(IDS, MASK, TYPES));
    }
    if (dense()) {
      PooledNodes.Form form = PooledNodes.Form.of(from.pooling(), options.device());
      edit.pool(new PooledNodes(hidden, MASK, form));
    }
    output = dense() ? PooledNodes.OUTPUT : hidden;
    outputs = Set.of(output);
    shapeInputs = edit.shapeInputs();
    quantizesAsItRuns = graph.quantizesAsItRuns();
    boolean same = !dense() && shapeInputs.isEmpty();
    try {
      session = load(same ? model : edit.write(model));
    } catch (OrtException e) {
      throw unloadable(file, e);
    }
    boolean sound = false;
    try {
      checkInputs(session.getInputInfo());
      takesTypes = session.getInputNames().contains(TYPES);
      dim = probe(options.maxTokens());
      sound = true;
    } catch (OrtException e) {
      throw new EncoderException(
          Fault.WRONG_MODEL,
          file
              + " does not take a text of "
              + options.maxTokens()
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

  /** Returns what ONNX Runtime says, and what it means where it speaks of the device. */
  String explained(OrtException e) {
    String said = String.valueOf(e.getMessage());
    return options.device() instanceof Device.Cuda
        ? CudaDiagnosis.ofThisProcess().explain(said).map(why -> said + "; " + why).orElse(said)
        : said;
  }

  private EncoderException unloadable(ModelFile file, OrtException e) {
    if (options.device() instanceof Device.Cuda cuda) {
      CudaDiagnosis diagnosis = CudaDiagnosis.ofThisProcess();
      if (diagnosis.explain(String.valueOf(e.getMessage())).isPresent()) {
        return diagnosis.exception(cuda, e);
      }
    }
    return new EncoderException(Fault.WRONG_MODEL, file + " does not load: " + e.getMessage(), e);
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
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      new SessionSettings(options).applyTo(settings);
      return environment.createSession(model, settings);
    }
  }

  private void checkInputs(Map<String, NodeInfo> inputs) {
    for (String name : List.of(IDS, MASK)) {
      if (!inputs.containsKey(name)) {
        throw wrong("has no input " + name + " but " + inputs.keySet());
      }
    }
    inputs.forEach(
        (name, node) -> {
          if (shapeInputs.contains(name)) {
            return;
          }
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

  private static String chooseOutput(Set<String> outputs) {
    for (String name : List.of("last_hidden_state", "token_embeddings")) {
      if (outputs.contains(name)) {
        return name;
      }
    }
    if (outputs.size() == 1) {
      return outputs.iterator().next();
    }
    throw wrong("has the outputs " + outputs);
  }

  /** Returns the width of a vector, found by encoding a text of the greatest length. */
  private int probe(int maxTokens) throws OrtException {
    long[] shape = {1, maxTokens};
    long[] ones = new long[maxTokens];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = longs(LongBuffer.allocate(maxTokens), shape);
        OnnxTensor mask = longs(LongBuffer.wrap(ones), shape);
        OnnxTensor types = longs(LongBuffer.allocate(maxTokens), shape);
        OnnxTensor lengths = longs(LongBuffer.wrap(shape), new long[] {shape.length})) {
      Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(IDS, ids, MASK, mask));
      if (takesTypes()) {
        inputs.put(TYPES, types);
      }
      shapeInputs.forEach(name -> inputs.put(name, lengths));
      try (OrtSession.Result result = session.run(inputs, outputs)) {
        if (!(result.get(0).getInfo() instanceof TensorInfo info) || !fits(info, maxTokens)) {
          throw wrong(
              "answers " + maxTokens + " tokens with " + result.get(0).getInfo() + " as " + output);
        }
        return (int) info.getShape()[info.getShape().length - 1];
      }
    }
  }

  private boolean fits(TensorInfo info, int tokens) {
    long[] expected = outputShape(1, tokens, 0);
    long[] shape = info.getShape();
    return info.type == OnnxJavaType.FLOAT
        && shape.length == expected.length
        && Arrays.equals(shape, 0, shape.length - 1, expected, 0, shape.length - 1)
        && shape[shape.length - 1] > 0;
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

  /** Returns the version of ONNX Runtime. */
  String version() {
    return environment.getVersion();
  }

  EncoderOptions options() {
    return options;
  }

  /** Returns whether it gives one vector a text, and none a token. */
  boolean dense() {
    return options.vectors() == Vectors.DENSE;
  }

  /** Returns whether a text's vectors depend on its neighbours in a batch by the model's make. */
  boolean quantizesAsItRuns() {
    return quantizesAsItRuns;
  }

  /** Returns the shape of what it answers to so many texts of so many tokens. */
  long[] outputShape(int texts, int width) {
    return outputShape(texts, width, dim);
  }

  private long[] outputShape(int texts, int width, int dim) {
    return dense() ? new long[] {texts, dim} : new long[] {texts, width, dim};
  }

  /**
   * Returns the names of the inputs, int64 {@code [2]}, that take the number of texts and tokens.
   */
  List<String> shapeInputs() {
    return shapeInputs;
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
