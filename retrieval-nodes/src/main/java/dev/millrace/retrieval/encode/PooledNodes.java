package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.onnx.Protobuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that make {@code [batch, dim]} of {@code [batch, tokens, dim]}: one vector a text, of
 * length 1. They use only operators whose form no version since {@link #LEAST_OPSET} has changed.
 *
 * <pre>
 *   CLS              hidden --Gather(0)-->                                     pooled [batch, 1, dim]
 *   mean, in order   hidden * mask --CumSum(tokens)--> --Gather(-1)-->         pooled
 *   mean, as product mask [batch, 1, tokens] x hidden -->                      pooled
 *   then             pooled / max(sqrt(pooled x pooled transposed), least) --> [batch, dim]
 * </pre>
 *
 * <p>A running sum adds one token after the other, as its definition says, and padding last, which
 * adds zeros: so no bit depends on the padding. Sums that may be grouped, such as {@code ReduceSum}
 * and a product, promise no such thing; the product is for devices, where the running sum would
 * take a pass for every token. The sum is not divided by the number of tokens, since the vector is
 * brought to length 1.
 */
final class PooledNodes {
  /** The version of ONNX's operators that brought {@code CumSum} and indices from the end. */
  static final int LEAST_OPSET = 11;

  static final String OUTPUT = "millrace_dense";

  private static final String PREFIX = "millrace_";
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_TENSOR = 4;
  private static final int ATTRIBUTE_INTS = 7;

  /** As in PyTorch's {@code normalize}: a vector of zeros stays one. */
  private static final float LEAST_LENGTH = 1e-12f;

  /** How token vectors become one. */
  enum Form {
    /** The first token's. */
    FIRST,
    /** Their sum, in their order. */
    SUM_IN_ORDER,
    /** Their sum, as a matrix product. */
    SUM_AS_PRODUCT;

    static Form of(Pooling pooling, Device device) {
      return switch (pooling) {
        case CLS -> FIRST;
        case MEAN -> device instanceof Device.Cuda ? SUM_AS_PRODUCT : SUM_IN_ORDER;
      };
    }
  }

  private final String hidden;
  private final String mask;
  private final Form form;

  PooledNodes(String hidden, String mask, Form form) {
    this.hidden = hidden;
    this.mask = mask;
    this.form = form;
  }

  /** Adds the nodes and their output to a graph. */
  void addTo(Protobuf graph) {
    switch (form) {
      case FIRST -> {
        constant(graph, "first", 0);
        node(graph, "Gather", "pooled", integer("axis", 1), hidden, PREFIX + "first");
      }
      case SUM_IN_ORDER -> {
        floats(graph, 0, -1, 1);
        node(graph, "Mul", "masked", hidden, PREFIX + "mask");
        scalar(graph, "along", 1);
        node(graph, "CumSum", "sums", PREFIX + "masked", PREFIX + "along");
        constant(graph, "last", -1);
        node(graph, "Gather", "pooled", integer("axis", 1), PREFIX + "sums", PREFIX + "last");
      }
      case SUM_AS_PRODUCT -> {
        floats(graph, 0, 1, -1);
        node(graph, "MatMul", "pooled", PREFIX + "mask", hidden);
      }
    }
    normalize(graph);
  }

  /** Adds the mask as floats, of this shape: 0 copies a length, -1 is what is left. */
  private void floats(Protobuf graph, long... shape) {
    node(graph, "Cast", "flat", integer("to", FLOAT), mask);
    constant(graph, "form", shape);
    node(graph, "Reshape", "mask", PREFIX + "flat", PREFIX + "form");
  }

  private static void normalize(Protobuf graph) {
    node(graph, "Transpose", "column", integers("perm", 0, 2, 1), PREFIX + "pooled");
    node(graph, "MatMul", "squares", PREFIX + "pooled", PREFIX + "column");
    node(graph, "Sqrt", "length", PREFIX + "squares");
    constant(graph, "least", tensor(FLOAT, new long[] {1}, rawFloat(LEAST_LENGTH)));
    node(graph, "Max", "divisor", PREFIX + "length", PREFIX + "least");
    node(graph, "Div", "unit", PREFIX + "pooled", PREFIX + "divisor");
    constant(graph, "row", 0, -1);
    node(graph, "Reshape", "dense", PREFIX + "unit", PREFIX + "row");
    Protobuf shape =
        new Protobuf()
            .message(1, new Protobuf().text(2, PREFIX + "batch"))
            .message(1, new Protobuf().text(2, PREFIX + "dim"));
    Protobuf type = new Protobuf().message(1, new Protobuf().number(1, FLOAT).message(2, shape));
    graph.message(GRAPH_OUTPUT, new Protobuf().text(1, OUTPUT).message(2, type));
  }

  private static void node(Protobuf graph, String operator, String output, String... inputs) {
    node(graph, operator, output, null, inputs);
  }

  private static void node(
      Protobuf graph,
      String operator,
      String output,
      @Nullable Protobuf attribute,
      String... inputs) {
    Protobuf node = new Protobuf();
    for (String input : inputs) {
      node.text(1, input);
    }
    node.text(2, PREFIX + output).text(3, PREFIX + output).text(4, operator);
    graph.message(GRAPH_NODE, attribute == null ? node : node.message(5, attribute));
  }

  private static void constant(Protobuf graph, String name, long... numbers) {
    constant(graph, name, tensor(INT64, new long[] {numbers.length}, rawLongs(numbers)));
  }

  private static void scalar(Protobuf graph, String name, long number) {
    constant(graph, name, tensor(INT64, new long[0], rawLongs(number)));
  }

  /** Adds a constant as a node: as an initializer, old models would have to name it an input. */
  private static void constant(Protobuf graph, String name, Protobuf tensor) {
    Protobuf value =
        new Protobuf().text(1, "value").message(5, tensor).number(20, ATTRIBUTE_TENSOR);
    node(graph, "Constant", name, value);
  }

  private static Protobuf integer(String name, long value) {
    return new Protobuf().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
  }

  private static Protobuf integers(String name, long... values) {
    Protobuf attribute = new Protobuf().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, ATTRIBUTE_INTS);
  }

  private static Protobuf tensor(int type, long[] dims, byte[] raw) {
    Protobuf tensor = new Protobuf();
    for (long dim : dims) {
      tensor.number(1, dim);
    }
    return tensor.number(2, type).bytes(9, raw);
  }

  private static byte[] rawLongs(long... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return bytes.array();
  }

  private static byte[] rawFloat(float number) {
    return ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array();
  }
}
