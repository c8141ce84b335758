package dev.millrace.retrieval.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of the format's own description. */
class ProtobufTest {
  @Test
  void writesNumbersInGroupsOfSevenBits() {
    assertEquals("089601", hex(new Protobuf().number(1, 150)));
    assertEquals("0800", hex(new Protobuf().number(1, 0)));
  }

  @Test
  void writesTextsWithTheirLength() {
    assertEquals("120774657374696e67", hex(new Protobuf().text(2, "testing")));
  }

  @Test
  void writesMessagesInMessages() {
    assertEquals("1a03089601", hex(new Protobuf().message(3, new Protobuf().number(1, 150))));
  }

  @Test
  void writesFieldsAboveFifteenInTwoBytes() {
    assertEquals("800101", hex(new Protobuf().number(16, 1)));
  }

  private static String hex(Protobuf message) {
    return HexFormat.of().formatHex(message.toBytes());
  }
}
