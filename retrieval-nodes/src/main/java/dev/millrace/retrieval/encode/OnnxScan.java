package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * A look through an ONNX model, before it is loaded, for tensors whose bytes lie in another file: a
 * pinned model must not read what was not pinned. It follows only the fields that can hold a tensor
 * (onnx.proto, IR version 11), and never copies.
 *
 * <p>Nothing else stands between such a model and the file system: ONNX Runtime 1.23.2 follows
 * absolute paths and paths with {@code ..} even of a model that was loaded from memory, and its
 * setting for the folder of external data holds for neither.
 */
final class OnnxScan {
  /** Graphs may nest, but no sane model nests this deep. */
  private static final int DEEPEST = 64;

  private static final int DATA_LOCATION = 14;
  private static final int EXTERNAL_DATA = 13;

  /** The messages on the way to a tensor. */
  private enum Message {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    SPARSE,
    FUNCTION,
    TRAINING,
    TENSOR
  }

  private static final Map<Message, Map<Integer, Message>> FIELDS = new EnumMap<>(Message.class);

  static {
    FIELDS.put(Message.MODEL, Map.of(7, Message.GRAPH, 20, Message.TRAINING, 25, Message.FUNCTION));
    FIELDS.put(Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE));
    FIELDS.put(Message.NODE, Map.of(5, Message.ATTRIBUTE));
    FIELDS.put(
        Message.ATTRIBUTE,
        Map.of(
            5,
            Message.TENSOR,
            6,
            Message.GRAPH,
            10,
            Message.TENSOR,
            11,
            Message.GRAPH,
            22,
            Message.SPARSE,
            23,
            Message.SPARSE));
    FIELDS.put(Message.SPARSE, Map.of(1, Message.TENSOR, 2, Message.TENSOR));
    FIELDS.put(Message.FUNCTION, Map.of(7, Message.NODE, 11, Message.ATTRIBUTE));
    FIELDS.put(Message.TRAINING, Map.of(1, Message.GRAPH, 2, Message.GRAPH));
    FIELDS.put(Message.TENSOR, Map.of());
  }

  private final ProtobufReader model;

  private OnnxScan(ProtobufReader model) {
    this.model = model;
  }

  /**
   * Passes where the model is one whole ONNX file.
   *
   * @throws EncoderException with {@link Fault#UNSAFE_MODEL} if it is no ONNX model, or keeps
   *     tensors elsewhere
   */
  static void check(ByteBuffer model) {
    if (new OnnxScan(new ProtobufReader(model)).message(Message.MODEL, model.limit(), 0) == 0) {
      throw ProtobufReader.malformed("it holds no graph");
    }
  }

  /** Returns how many fields that lead to a tensor were found up to {@code end}. */
  private int message(Message message, int end, int depth) {
    if (depth > DEEPEST) {
      throw ProtobufReader.malformed("it nests deeper than " + DEEPEST + " messages");
    }
    int followed = 0;
    while (model.next(end)) {
      int field = model.field();
      if (model.kind() == ProtobufReader.VARINT) {
        long value = model.varint(end);
        if (message == Message.TENSOR && field == DATA_LOCATION && value != 0) {
          throw external();
        }
      } else if (model.kind() == ProtobufReader.BYTES) {
        followed += bytes(message, field, end, depth);
      } else {
        model.skip(end);
      }
    }
    return followed;
  }

  private int bytes(Message message, int field, int end, int depth) {
    if (message == Message.TENSOR && field == EXTERNAL_DATA) {
      throw external();
    }
    Message inner = FIELDS.getOrDefault(message, Map.of()).get(field);
    int innerEnd = model.bytesEnd(end);
    if (inner == null) {
      model.position(innerEnd);
      return 0;
    }
    message(inner, innerEnd, depth + 1);
    return 1;
  }

  private static EncoderException external() {
    return new EncoderException(
        Fault.UNSAFE_MODEL,
        "the network keeps tensors in another file, which no hash pins; save it as one file"
            + " (onnx.save with save_as_external_data=False) and pin that");
  }
}
