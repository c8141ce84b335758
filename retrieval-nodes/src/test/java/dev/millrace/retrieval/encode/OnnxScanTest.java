package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxScanTest {
  private static final OnnxBytes EXTERNAL = OnnxBytes.floats("w", 1).number(14, 1);

  private static EncoderException refused(byte[] model) {
    EncoderException e =
        assertThrows(EncoderException.class, () -> OnnxScan.check(ByteBuffer.wrap(model)));
    assertEquals(Fault.UNSAFE_MODEL, e.fault());
    return e;
  }

  private static void refusedAsExternal(OnnxBytes graph) {
    EncoderException e = refused(OnnxBytes.model(graph));
    assertTrue(e.getMessage().contains("another file"), e.getMessage());
  }

  @Test
  void passesAModelInOneFile() {
    assertDoesNotThrow(() -> OnnxScan.check(ByteBuffer.wrap(OnnxBytes.model(TinyModel.graph()))));
  }

  @Test
  void findsAnInitializerInAnotherFile() {
    refusedAsExternal(new OnnxBytes().message(5, EXTERNAL));
  }

  @Test
  void findsALocationEvenWhereTheTensorClaimsToBeInside() {
    OnnxBytes entry = new OnnxBytes().text(1, "location").text(2, "weights.bin");
    refusedAsExternal(new OnnxBytes().message(5, OnnxBytes.floats("w", 1).message(13, entry)));
  }

  @Test
  void findsATensorInAnAttribute() {
    OnnxBytes attribute = new OnnxBytes().text(1, "value").message(5, EXTERNAL);
    refusedAsExternal(new OnnxBytes().message(1, new OnnxBytes().message(5, attribute)));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 11})
  void findsATensorInAnInnerGraph(int field) {
    OnnxBytes attribute = new OnnxBytes().message(field, new OnnxBytes().message(5, EXTERNAL));
    refusedAsExternal(new OnnxBytes().message(1, new OnnxBytes().message(5, attribute)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void findsTheHalvesOfASparseTensor(int half) {
    refusedAsExternal(new OnnxBytes().message(15, new OnnxBytes().message(half, EXTERNAL)));
  }

  @Test
  void findsATensorInAFunction() {
    OnnxBytes node = new OnnxBytes().message(5, new OnnxBytes().message(5, EXTERNAL));
    byte[] model =
        new OnnxBytes()
            .message(7, TinyModel.graph())
            .message(25, new OnnxBytes().message(7, node))
            .toByteArray();
    assertTrue(refused(model).getMessage().contains("another file"));
  }

  @Test
  void readsATagAsProtobufDoesWithThirtyTwoBits() {
    // Field 14 with a bit beyond the 32nd: protobuf drops that bit, and sees the field.
    byte[] tensor = {(byte) (0x80 | 14 << 3), (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x10, 1};
    refusedAsExternal(new OnnxBytes().bytes(5, tensor));
  }

  @Test
  void refusesWhatIsCutOff() {
    byte[] model = OnnxBytes.model(TinyModel.graph());
    refused(Arrays.copyOf(model, model.length - 1));
    refused(Arrays.copyOf(model, 40));
    refused(new byte[0]);
  }

  @Test
  void refusesTheOtherFormatOfOnnxRuntime() {
    refused(new byte[] {24, 0, 0, 0, 'O', 'R', 'T', 'M', 0, 0, 0, 0});
  }

  @Test
  void refusesAModelThatNestsWithoutEnd() {
    OnnxBytes graph = new OnnxBytes();
    for (int i = 0; i < 40; i++) {
      OnnxBytes attribute = new OnnxBytes().message(6, graph);
      graph = new OnnxBytes().message(1, new OnnxBytes().message(5, attribute));
    }
    assertTrue(refused(OnnxBytes.model(graph)).getMessage().contains("nests deeper"));
  }

  @Property(tries = 500)
  void endsOnAnyBytes(@ForAll @Size(max = 300) byte[] bytes) {
    try {
      OnnxScan.check(ByteBuffer.wrap(bytes));
    } catch (EncoderException e) {
      assertEquals(Fault.UNSAFE_MODEL, e.fault());
    }
  }

  @Test
  void leavesTheBufferWhereItWas() {
    ByteBuffer model = ByteBuffer.wrap(OnnxBytes.model(TinyModel.graph()));
    OnnxScan.check(model);
    assertEquals(0, model.position());
  }
}
