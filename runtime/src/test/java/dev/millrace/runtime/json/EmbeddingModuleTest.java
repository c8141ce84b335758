package dev.millrace.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import dev.millrace.runtime.Slab;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingModuleTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new EmbeddingModule()).build();

  /** Records in records, lists and maps. */
  record Tree(Leaf leaf, List<Leaf> leaves, Map<String, Embedding> named, List<List<Leaf>> deep) {}

  /** Any bits, but of the NaNs one: which of them it was is not kept. */
  private static Arbitrary<Float> floats() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .map(Float::intBitsToFloat)
            .map(number -> Float.isNaN(number) ? Float.NaN : number),
        Arbitraries.of(0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, 0.1f));
  }

  private static Arbitrary<Leaf> leaf() {
    Arbitrary<float[]> vectors = floats().array(float[].class).ofMinSize(1).ofMaxSize(20);
    Arbitrary<float[][]> matrices =
        Arbitraries.integers()
            .between(1, 5)
            .flatMap(
                width ->
                    floats()
                        .array(float[].class)
                        .ofSize(width)
                        .array(float[][].class)
                        .ofMinSize(1)
                        .ofMaxSize(5));
    Arbitrary<Embedding> embeddings =
        Arbitraries.oneOf(vectors.map(Embedding::of), matrices.map(Embedding::of));
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(5),
            embeddings,
            floats().array(float[].class).ofMaxSize(10),
            matrices,
            Arbitraries.longs()
                .map(Double::longBitsToDouble)
                .map(number -> Double.isNaN(number) ? Double.NaN : number)
                .array(double[].class)
                .ofMaxSize(10),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(10))
        .as(Leaf::new);
  }

  @Provide
  static Arbitrary<Tree> trees() {
    Arbitrary<List<Leaf>> leaves = leaf().list().ofMaxSize(3);
    return Combinators.combine(
            leaf(),
            leaves,
            Arbitraries.maps(
                    Arbitraries.strings().alpha().ofMaxLength(3), leaf().map(Leaf::embedding))
                .ofMaxSize(3),
            leaves.list().ofMaxSize(2))
        .as(Tree::new);
  }

  @Property(tries = 300)
  void nestedRecordsComeBackToTheBit(@ForAll("trees") Tree tree) throws Exception {
    assertEquals(tree, JSON.readValue(JSON.writeValueAsString(tree), Tree.class), "as text");
    assertEquals(tree, JSON.readValue(JSON.writeValueAsBytes(tree), Tree.class), "as bytes");
    JsonNode parsed = JSON.readTree(JSON.writeValueAsString(tree));
    assertEquals(tree, JSON.treeToValue(parsed, Tree.class), "through a tree");
    assertEquals(tree, Records.fromJson(Tree.class, parsed), "as strictly as an input");
    JsonNode built = JSON.valueToTree(tree);
    assertEquals(tree, JSON.treeToValue(built, Tree.class), "through a tree without text");
    assertEquals(tree, JSON.convertValue(tree, Tree.class), "from type to type");
  }

  /** Jackson may read a number as a double first: it must round to the same float. */
  @Property(tries = 10_000)
  void everyFloatComesBackToTheBit(@ForAll int bits) throws Exception {
    float number = Float.intBitsToFloat(bits);
    if (!Float.isNaN(number)) {
      String text = JSON.writeValueAsString(Embedding.of(number));
      Embedding direct = JSON.readValue(text, Embedding.class);
      Embedding throughTree = JSON.treeToValue(JSON.readTree(text), Embedding.class);
      assertEquals(bits, Float.floatToRawIntBits(direct.get(0, 0)), text);
      assertEquals(bits, Float.floatToRawIntBits(throughTree.get(0, 0)), text);
    }
  }

  @Test
  void aVectorIsAnArrayAndAMatrixAnArrayOfThem() throws Exception {
    assertEquals("[0.25,-0.0,3.0]", JSON.writeValueAsString(Embedding.of(0.25f, -0f, 3)));
    assertEquals(
        "[[1.0,2.0],[3.0,4.0]]",
        JSON.writeValueAsString(Embedding.of(new float[][] {{1, 2}, {3, 4}})));
    assertEquals(Embedding.of(1, 2), JSON.readValue("[[1, 2]]", Embedding.class));
    assertEquals(Embedding.of(1, 2), JSON.readValue("[1, 2.0]", Embedding.class));
  }

  @Test
  void whatJsonHasNoNumberForIsAString() throws Exception {
    Embedding odd = Embedding.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    String text = "[\"NaN\",\"Infinity\",\"-Infinity\"]";
    assertEquals(text, JSON.writeValueAsString(odd));
    assertEquals(odd, JSON.readValue(text, Embedding.class));
  }

  @Test
  void rowsOfASlabAreWrittenAlone() throws Exception {
    Slab slab = Slab.allocate(3, 2);
    slab.set(1, 1, 5);
    assertEquals("[0.0,5.0]", JSON.writeValueAsString(slab.row(1)));
  }

  @Test
  void halvesAndBytesAreReadAsFloats() throws Exception {
    for (RowType type : List.of(RowType.FLOAT16, RowType.INT8)) {
      Slab slab = Slab.allocate(type, 1, 2);
      slab.set(0, 1, -3);
      assertEquals("[0.0,-3.0]", JSON.writeValueAsString(slab.row(0)));
    }
    assertEquals(RowType.FLOAT32, JSON.readValue("[0.0,-3.0]", Embedding.class).slab().type());
  }

  @Test
  void isFoundByWhoeverLooksForModules() throws Exception {
    ObjectMapper found = new ObjectMapper().findAndRegisterModules();
    assertEquals("[1.0]", found.writeValueAsString(Embedding.of(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5 | an embedding is an array, not VALUE_NUMBER_FLOAT",
        "{} | an embedding is an array, not START_OBJECT",
        "[] | rows of 0 and 0 numbers",
        "[[]] | rows of 0 and 0 numbers",
        "[[1,2],[3]] | rows of 2 and 1 numbers",
        "[[1,2],3] | row 1 is no array",
        "[1,[2]] | [ is no number",
        "[1,\"2\"] | 2 is no number",
        "[1,null] | null is no number",
        "[1,true] | true is no number",
        "[1e39] | 1e39 is beyond a float's range",
        "[-1e400] | -1e400 is beyond a float's range",
      })
  void refusesWhatIsNoMatrix(String json, String why) {
    MismatchedInputException e =
        assertThrows(MismatchedInputException.class, () -> JSON.readValue(json, Embedding.class));
    assertEquals(why, e.getOriginalMessage());
  }

  @Test
  void refusesWhatEndsTooEarly() {
    assertThrows(JsonProcessingException.class, () -> JSON.readValue("[[1,2]", Embedding.class));
    JsonProcessingException e =
        assertThrows(JsonProcessingException.class, () -> JSON.readValue("[1,", Embedding.class));
    assertTrue(e.getMessage().contains("end-of-input"), e.getMessage());
  }
}
