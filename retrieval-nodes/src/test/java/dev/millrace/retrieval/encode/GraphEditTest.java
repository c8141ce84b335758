package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphEditTest {
  private static final Set<String> IDS = Set.of("input_ids");

  private static byte[] written(byte[] model, GraphEdit edit) {
    ByteBuffer written = edit.write(ByteBuffer.wrap(model));
    byte[] bytes = new byte[written.remaining()];
    written.get(bytes);
    return bytes;
  }

  private static ModelGraph read(byte[] model) {
    return ModelGraph.of(ByteBuffer.wrap(model));
  }

  private static OnnxBytes shapeOf(String input) {
    return OnnxBytes.node("Shape", "shape_of_" + input, input);
  }

  @Test
  void aModelThatIsNotEditedIsWrittenAsItWas() {
    byte[] model = OnnxBytes.model(TinyModel.graph());
    byte[] again = written(model, new GraphEdit(read(model)));
    assertEquals(read(model).outputs(), read(again).outputs());
    assertEquals(model.length, again.length);
  }

  @Test
  void poolingIsTheOnlyOutputThen() {
    byte[] model = OnnxBytes.model(TinyModel.graph());
    PooledNodes nodes =
        new PooledNodes("last_hidden_state", "attention_mask", PooledNodes.Form.FIRST);
    byte[] pooled = written(model, new GraphEdit(read(model)).pool(nodes));
    assertEquals(Set.of(PooledNodes.OUTPUT), read(pooled).outputs());
    OnnxScan.check(ByteBuffer.wrap(pooled));
  }

  @Test
  void aGraphInSeveralFieldsIsOneGraph() {
    byte[] model =
        new OnnxBytes()
            .number(1, 8)
            .message(7, TinyModel.graph())
            .message(8, new OnnxBytes().number(2, 12))
            .message(7, new OnnxBytes().message(1, shapeOf("input_ids")))
            .toByteArray();
    ModelGraph graph = read(model);
    assertEquals(Set.of("last_hidden_state"), graph.outputs());
    assertEquals(12, graph.opset());
    GraphEdit edit = new GraphEdit(graph).freeShapesOf(IDS);
    ModelGraph again = read(written(model, edit));
    assertEquals(List.of(), again.shapes());
    assertEquals(Set.of("last_hidden_state"), again.outputs());
    assertEquals(12, again.opset());
  }

  @Test
  void onlyShapesOfTheNamedInputsBecomeInputs() {
    OnnxBytes graph =
        TinyModel.graph().message(1, shapeOf("input_ids")).message(1, shapeOf("last_hidden_state"));
    byte[] model = OnnxBytes.model(graph);
    GraphEdit edit = new GraphEdit(read(model)).freeShapesOf(IDS);
    assertEquals(List.of("shape_of_input_ids"), edit.shapeInputs());
    assertEquals(1, read(written(model, edit)).shapes().size());
  }

  @Test
  void aPartOfAShapeStaysANode() {
    OnnxBytes start = new OnnxBytes().text(1, "start").number(3, 1).number(20, 2);
    byte[] model =
        OnnxBytes.model(TinyModel.graph().message(1, shapeOf("input_ids").message(5, start)));
    assertEquals(List.of(), new GraphEdit(read(model)).freeShapesOf(IDS).shapeInputs());
  }

  @Test
  void knowsDynamicQuantizationByItsOperators() {
    byte[] plain = OnnxBytes.model(TinyModel.graph());
    assertFalse(read(plain).quantizesAsItRuns());
    OnnxBytes node = OnnxBytes.node("DynamicQuantizeLinear", "q", "last_hidden_state");
    assertTrue(read(OnnxBytes.model(TinyModel.graph().message(1, node))).quantizesAsItRuns());
  }

  @Test
  void theOperatorsOfOthersSayNothingOfTheVersion() {
    byte[] model =
        new OnnxBytes()
            .message(7, TinyModel.graph())
            .message(8, new OnnxBytes().text(1, "com.microsoft").number(2, 99))
            .message(8, new OnnxBytes().text(1, "ai.onnx").number(2, 14))
            .toByteArray();
    assertEquals(14, read(model).opset());
  }
}
