package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.retrieval.encode.ModelGraph.Field;
import dev.millrace.retrieval.encode.ModelGraph.ShapeNode;
import dev.millrace.retrieval.onnx.Protobuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model written anew, field by field: all that it held, less what is taken out, and what is
 * added. The weights stay the bytes that they were.
 */
final class GraphEdit {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INPUT = 11;
  private static final int INT64 = 7;

  private final ModelGraph graph;
  private final Set<Field> dropped = new HashSet<>();
  private final Protobuf added = new Protobuf();
  private final List<String> shapeInputs = new ArrayList<>();

  GraphEdit(ModelGraph graph) {
    this.graph = graph;
  }

  /**
   * Makes the pooled vector the graph's only output.
   *
   * @throws EncoderException if the model's operators are too old for the nodes
   */
  GraphEdit pool(PooledNodes nodes) {
    if (graph.opset() < PooledNodes.LEAST_OPSET) {
      throw new EncoderException(
          Fault.WRONG_MODEL,
          "the network uses version "
              + graph.opset()
              + " of ONNX's operators, and pooling within it needs "
              + PooledNodes.LEAST_OPSET
              + "; convert it, or encode with Vectors.DENSE_AND_TOKENS on the CPU");
    }
    dropped.addAll(graph.outputFields());
    nodes.addTo(added);
    return this;
  }

  /**
   * Makes inputs of the shapes of these inputs. ONNX Runtime computes what follows a {@code Shape}
   * node on the CPU, and such a node on a graph's input is then all that keeps a network from lying
   * on a device as a whole. Shapes within the network are of no concern: they are fused away.
   */
  GraphEdit freeShapesOf(Set<String> inputs) {
    for (ShapeNode shape : graph.shapes()) {
      if (inputs.contains(shape.input())) {
        dropped.add(shape.field());
        shapeInputs.add(shape.output());
        added.message(GRAPH_INPUT, vector(shape.output(), 2));
      }
    }
    return this;
  }

  /** Returns the names of the inputs, int64 {@code [2]}, that were shapes. */
  List<String> shapeInputs() {
    return List.copyOf(shapeInputs);
  }

  private static Protobuf vector(String name, int length) {
    Protobuf shape = new Protobuf().message(1, new Protobuf().number(1, length));
    Protobuf tensor = new Protobuf().number(1, INT64).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }

  /** Returns the new model's bytes, off-heap. */
  ByteBuffer write(ByteBuffer model) {
    List<Field> kept = graph.parts().stream().filter(part -> !dropped.contains(part)).toList();
    byte[] tail = added.toBytes();
    long length = size(kept) + tail.length;
    byte[] head = new Protobuf().head(MODEL_GRAPH, length).toBytes();
    long whole = size(graph.others()) + head.length + length;
    if (whole > Integer.MAX_VALUE - 8L) {
      throw new EncoderException(
          Fault.TOO_LARGE, "the network with its pooling has " + whole + " bytes, over 2 GiB");
    }
    ByteBuffer written = ByteBuffer.allocateDirect((int) whole).order(ByteOrder.nativeOrder());
    put(written, model, graph.others());
    written.put(head);
    put(written, model, kept);
    return written.put(tail).flip();
  }

  private static long size(List<Field> fields) {
    return fields.stream().mapToLong(field -> field.to() - field.from()).sum();
  }

  private static void put(ByteBuffer target, ByteBuffer model, List<Field> fields) {
    for (Field field : fields) {
      target.put(model.slice(field.from(), field.to() - field.from()));
    }
  }
}
