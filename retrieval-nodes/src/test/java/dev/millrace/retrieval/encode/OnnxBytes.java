package dev.millrace.retrieval.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes ONNX models as protobuf, field by field: no library, and every malice is possible. */
final class OnnxBytes {
  static final int FLOAT = 1;
  static final int INT64 = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  OnnxBytes number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  OnnxBytes text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  OnnxBytes message(int field, OnnxBytes value) {
    return bytes(field, value.toByteArray());
  }

  OnnxBytes bytes(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private void varint(long value) {
    long rest = value;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      out.write((int) (rest & 0x7F | 0x80));
    }
    out.write((int) rest);
  }

  /** A ModelProto around a GraphProto, for operator set 13. */
  static byte[] model(OnnxBytes graph) {
    return new OnnxBytes()
        .number(1, 8)
        .message(7, graph)
        .message(8, new OnnxBytes().text(1, "").number(2, 13))
        .toByteArray();
  }

  /** A NodeProto. */
  static OnnxBytes node(String operator, String output, String... inputs) {
    OnnxBytes node = new OnnxBytes();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  /** A ValueInfoProto of a tensor; a dimension is a number or a name. */
  static OnnxBytes value(String name, int type, Object... dims) {
    OnnxBytes shape = new OnnxBytes();
    for (Object dim : dims) {
      OnnxBytes one = new OnnxBytes();
      shape.message(
          1, dim instanceof Integer number ? one.number(1, number) : one.text(2, (String) dim));
    }
    OnnxBytes tensor = new OnnxBytes().number(1, type).message(2, shape);
    return new OnnxBytes().text(1, name).message(2, new OnnxBytes().message(1, tensor));
  }

  /** The head of a TensorProto of floats. */
  static OnnxBytes floats(String name, int... dims) {
    OnnxBytes tensor = new OnnxBytes();
    for (int dim : dims) {
      tensor.number(1, dim);
    }
    return tensor.number(2, FLOAT).text(8, name);
  }

  /** Numbers as raw data. */
  static byte[] raw(float... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes.array();
  }
}
