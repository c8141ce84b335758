package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real model with nodes appended to its graph: those of the CPU, and those of a GPU. */
class MiniLmDenseTest {
  private static final EncoderModel MODEL = EncoderModel.allMiniLmL6V2();
  private static final Set<String> INPUTS =
      Set.of(OnnxNetwork.IDS, OnnxNetwork.MASK, OnnxNetwork.TYPES);

  private static OnnxEncoder dense;
  private static List<String> texts;

  @BeforeAll
  static void open() {
    dense = new OnnxEncoder(MODEL.options(EncoderOptions.DEFAULT.vectors(Vectors.DENSE)));
    texts = new ArrayList<>();
    for (int words = 0; words < 260; words += 13) {
      texts.add(
          "the mill wheel turns, slowly; ".repeat(words / 5) + "don't stop ".repeat(words % 5));
    }
  }

  @AfterAll
  static void close() {
    dense.close();
  }

  @Test
  void itsGraphPoolsWhatJavaPools() {
    try (OnnxEncoder inJava = new OnnxEncoder(MODEL)) {
      List<TextEmbedding> expected = inJava.encodeBatch(texts, Role.PASSAGE);
      List<TextEmbedding> actual = dense.encodeBatch(texts, Role.PASSAGE);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(expected.get(i).dense().row(0), actual.get(i).dense().row(0), 1e-6f);
      }
    }
  }

  @Test
  void aTextHasTheSameBitsAloneAndInAnyBatch() {
    List<TextEmbedding> alone = new ArrayList<>();
    texts.forEach(text -> alone.add(dense.encode(text, Role.PASSAGE)));
    assertEquals(alone, dense.encodeBatch(texts, Role.PASSAGE));
    EncoderOptions wide =
        EncoderOptions.DEFAULT.vectors(Vectors.DENSE).budget(TokenBudget.of(2_000)).workers(2);
    try (OnnxEncoder other = new OnnxEncoder(MODEL.options(wide))) {
      assertEquals(alone, other.encodeBatch(texts, Role.PASSAGE));
    }
  }

  /** What a GPU is given, run on the CPU: sums as products, and no shape left to compute there. */
  @Test
  void theGraphForAGpuSaysTheSame() throws OrtException {
    ByteBuffer model = MODEL.network().read();
    ModelGraph graph = ModelGraph.of(model);
    GraphEdit edit =
        new GraphEdit(graph)
            .freeShapesOf(INPUTS)
            .pool(
                new PooledNodes(
                    "last_hidden_state", OnnxNetwork.MASK, PooledNodes.Form.SUM_AS_PRODUCT));
    assertEquals(1, edit.shapeInputs().size());
    assertTrue(edit.shapeInputs().get(0).contains("Shape"), edit.shapeInputs().toString());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(edit.write(model), options)) {
      assertEquals(Set.of(PooledNodes.OUTPUT), session.getOutputNames());
      for (String text : texts) {
        int[] ids = new int[256];
        int count = dense.tokenizer().encode(text, ids, 0, ids.length);
        float[] expected = dense.encode(text, Role.PASSAGE).dense().row(0);
        assertArrayEquals(expected, run(environment, session, edit, ids, count), 1e-6f);
      }
    }
  }

  /** Runs one text, padded by three. */
  private static float[] run(
      OrtEnvironment environment, OrtSession session, GraphEdit edit, int[] ids, int count)
      throws OrtException {
    int width = count + 3;
    long[] idNumbers = new long[width];
    long[] mask = new long[width];
    for (int i = 0; i < count; i++) {
      idNumbers[i] = ids[i];
      mask[i] = 1;
    }
    long[] shape = {1, width};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    inputs.put(OnnxNetwork.IDS, tensor(environment, idNumbers, shape));
    inputs.put(OnnxNetwork.MASK, tensor(environment, mask, shape));
    inputs.put(OnnxNetwork.TYPES, tensor(environment, new long[width], shape));
    for (String name : edit.shapeInputs()) {
      inputs.put(name, tensor(environment, shape, new long[] {2}));
    }
    try (OrtSession.Result result = session.run(inputs)) {
      return ((float[][]) result.get(0).getValue())[0];
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, long[] numbers, long[] shape)
      throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
  }
}
