package dev.millrace.retrieval.maxsim;

import dev.millrace.retrieval.onnx.Protobuf;

/**
 * An ONNX model of one node: {@code similarities [rows, lanes] = documents [rows, dim] x query
 * [dim, lanes]}, every length free. Field numbers are those of {@code onnx.proto}, IR version 8.
 */
final class MatMulGraph {
  static final String DOCUMENTS = "documents";
  static final String QUERY = "query";
  static final String SIMILARITIES = "similarities";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;
  private static final int FLOAT = 1;

  private MatMulGraph() {}

  static byte[] bytes() {
    Protobuf node =
        new Protobuf()
            .text(1, DOCUMENTS)
            .text(1, QUERY)
            .text(2, SIMILARITIES)
            .text(3, "matmul")
            .text(4, "MatMul");
    Protobuf graph =
        new Protobuf()
            .message(1, node)
            .text(2, "maxsim")
            .message(11, matrix(DOCUMENTS, "rows", "dim"))
            .message(11, matrix(QUERY, "dim", "lanes"))
            .message(12, matrix(SIMILARITIES, "rows", "lanes"));
    return new Protobuf()
        .number(1, IR_VERSION)
        .message(7, graph)
        .message(8, new Protobuf().text(1, "").number(2, OPSET))
        .toBytes();
  }

  private static Protobuf matrix(String name, String rows, String columns) {
    Protobuf shape =
        new Protobuf()
            .message(1, new Protobuf().text(2, rows))
            .message(1, new Protobuf().text(2, columns));
    Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }
}
