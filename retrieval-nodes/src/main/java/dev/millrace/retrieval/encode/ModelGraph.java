package dev.millrace.retrieval.encode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an ONNX model says of its main graph, and where in its bytes it says so: enough to write the
 * model anew with other nodes (onnx.proto, IR version 11). Weights are passed over, not copied.
 */
final class ModelGraph {
  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_OPSET = 8;
  private static final int OPSET_DOMAIN = 1;
  private static final int OPSET_VERSION = 2;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int VALUE_NAME = 1;

  /** A field of the model or of its graph: all of its bytes, head included. */
  record Field(int from, int to) {}

  /** A node that gives the shape of what it reads, and nothing else. */
  record ShapeNode(Field field, String input, String output) {}

  private final ProtobufReader bytes;
  private final List<Field> others = new ArrayList<>();
  private final List<Field> parts = new ArrayList<>();
  private final Set<Field> outputFields = new LinkedHashSet<>();
  private final Set<String> outputs = new LinkedHashSet<>();
  private final List<ShapeNode> shapes = new ArrayList<>();
  private boolean quantizesAsItRuns;
  private long opset;

  private ModelGraph(ByteBuffer model) {
    bytes = new ProtobufReader(model);
    int end = model.limit();
    for (int from = bytes.position(); bytes.next(end); from = bytes.position()) {
      boolean message = bytes.kind() == ProtobufReader.BYTES;
      if (message && bytes.field() == MODEL_GRAPH) {
        // Several are one: protobuf joins them.
        graph(bytes.bytesEnd(end));
        continue;
      }
      if (message && bytes.field() == MODEL_OPSET) {
        opset(bytes.bytesEnd(end));
      } else {
        bytes.skip(end);
      }
      others.add(new Field(from, bytes.position()));
    }
  }

  /**
   * Reads a model that {@link OnnxScan} has passed.
   *
   * @throws EncoderException if it is no ONNX model
   */
  static ModelGraph of(ByteBuffer model) {
    return new ModelGraph(model);
  }

  private void opset(int end) {
    String domain = "";
    long version = 0;
    while (bytes.next(end)) {
      if (bytes.field() == OPSET_DOMAIN && bytes.kind() == ProtobufReader.BYTES) {
        domain = bytes.text(end);
      } else if (bytes.field() == OPSET_VERSION && bytes.kind() == ProtobufReader.VARINT) {
        version = bytes.varint(end);
      } else {
        bytes.skip(end);
      }
    }
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      opset = Math.max(opset, version);
    }
  }

  private void graph(int end) {
    for (int from = bytes.position(); bytes.next(end); from = bytes.position()) {
      int field = bytes.kind() == ProtobufReader.BYTES ? bytes.field() : 0;
      if (field != GRAPH_NODE && field != GRAPH_OUTPUT) {
        bytes.skip(end);
        parts.add(new Field(from, bytes.position()));
        continue;
      }
      int inner = bytes.bytesEnd(end);
      Field whole = new Field(from, inner);
      parts.add(whole);
      if (field == GRAPH_NODE) {
        node(whole, inner);
      } else {
        outputFields.add(whole);
        output(inner);
      }
    }
  }

  private void output(int end) {
    while (bytes.next(end)) {
      if (bytes.field() == VALUE_NAME && bytes.kind() == ProtobufReader.BYTES) {
        outputs.add(bytes.text(end));
      } else {
        bytes.skip(end);
      }
    }
  }

  private void node(Field whole, int end) {
    List<String> inputs = new ArrayList<>();
    List<String> results = new ArrayList<>();
    String operator = "";
    boolean plain = true;
    while (bytes.next(end)) {
      int field = bytes.kind() == ProtobufReader.BYTES ? bytes.field() : 0;
      switch (field) {
        case NODE_INPUT -> inputs.add(bytes.text(end));
        case NODE_OUTPUT -> results.add(bytes.text(end));
        case NODE_OPERATOR -> operator = bytes.text(end);
        default -> {
          plain &= field != NODE_ATTRIBUTE;
          bytes.skip(end);
        }
      }
    }
    quantizesAsItRuns |= operator.startsWith("DynamicQuantize");
    if (operator.equals("Shape") && plain && inputs.size() == 1 && results.size() == 1) {
      shapes.add(new ShapeNode(whole, inputs.get(0), results.get(0)));
    }
  }

  /** Returns the fields of the model that are not its graph. */
  List<Field> others() {
    return others;
  }

  /** Returns the fields of the graph. */
  List<Field> parts() {
    return parts;
  }

  /** Returns those fields of the graph that declare outputs. */
  Set<Field> outputFields() {
    return outputFields;
  }

  /** Returns the names of the graph's outputs. */
  Set<String> outputs() {
    return outputs;
  }

  /** Returns the nodes that give all of a shape. */
  List<ShapeNode> shapes() {
    return shapes;
  }

  /** Returns the version of ONNX's own operators, 0 where the model names none. */
  long opset() {
    return opset;
  }

  /**
   * Returns whether a text's vectors depend on its neighbours in a batch: activations are scaled by
   * the range of the whole tensor.
   */
  boolean quantizesAsItRuns() {
    return quantizesAsItRuns;
  }
}
