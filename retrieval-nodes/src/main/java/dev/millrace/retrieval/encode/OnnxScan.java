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
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

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

  private final ByteBuffer model;

  private OnnxScan(ByteBuffer model) {
    this.model = model;
  }

  /**
   * Passes where the model is one whole ONNX file.
   *
   * @throws EncoderException with {@link Fault#UNSAFE_MODEL} if it is no ONNX model, or keeps
   *     tensors elsewhere
   */
  static void check(ByteBuffer model) {
    ByteBuffer view = model.duplicate();
    if (new OnnxScan(view).message(Message.MODEL, view.limit(), 0) == 0) {
      throw malformed("it holds no graph");
    }
  }

  /** Returns how many fields that lead to a tensor were found up to {@code end}. */
  private int message(Message message, int end, int depth) {
    if (depth > DEEPEST) {
      throw malformed("it nests deeper than " + DEEPEST + " messages");
    }
    int followed = 0;
    while (model.position() < end) {
      // Protobuf's own readers keep 32 bits of a tag; to keep more would be to miss some.
      int tag = (int) varint(end);
      int field = tag >>> 3;
      switch (tag & 7) {
        case VARINT -> {
          long value = varint(end);
          if (message == Message.TENSOR && field == DATA_LOCATION && value != 0) {
            throw external();
          }
        }
        case FIXED64 -> skip(8, end);
        case FIXED32 -> skip(4, end);
        case BYTES -> followed += bytes(message, field, end, depth);
        default -> throw malformed("byte " + model.position() + " begins no known field");
      }
    }
    return followed;
  }

  private int bytes(Message message, int field, int end, int depth) {
    if (message == Message.TENSOR && field == EXTERNAL_DATA) {
      throw external();
    }
    long length = varint(end);
    Message inner = FIELDS.getOrDefault(message, Map.of()).get(field);
    if (length < 0 || length > end - model.position()) {
      throw malformed("a field at byte " + model.position() + " is longer than what holds it");
    }
    if (inner == null) {
      skip((int) length, end);
      return 0;
    }
    message(inner, model.position() + (int) length, depth + 1);
    return 1;
  }

  private long varint(int end) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (model.position() >= end) {
        throw malformed("it ends within a number at byte " + model.position());
      }
      byte next = model.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed("the number before byte " + model.position() + " does not end");
  }

  private void skip(int count, int end) {
    if (count > end - model.position()) {
      throw malformed("a field at byte " + model.position() + " is longer than what holds it");
    }
    model.position(model.position() + count);
  }

  private static EncoderException external() {
    return new EncoderException(
        Fault.UNSAFE_MODEL,
        "the network keeps tensors in another file, which no hash pins; save it as one file"
            + " (onnx.save with save_as_external_data=False) and pin that");
  }

  private static EncoderException malformed(String what) {
    return new EncoderException(Fault.UNSAFE_MODEL, "the network is no ONNX model: " + what);
  }
}
