package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.json.EmbeddingModule;
import dev.millrace.runtime.json.Records;
import dev.millrace.testing.TypedModels.Book;
import dev.millrace.testing.TypedModels.Passage;
import dev.millrace.testing.TypedModels.Scored;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Records with embeddings and arrays pass through maps, explode, collect, JSON and JShell: the very
 * objects where nothing is to be made anew, the very bits where something is.
 */
public class TypedModelsTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new EmbeddingModule()).build();

  /** Returns a passage whose numbers follow from its number. */
  public static Passage passage(int number) {
    Random random = new Random(number);
    int rows = 1 + random.nextInt(3);
    int dim = 1 + random.nextInt(5);
    return new Passage(
        "p" + number,
        Embedding.of(matrix(random, rows, dim)),
        matrix(random, 1, random.nextInt(4))[0],
        matrix(random, random.nextInt(3), 2),
        random.doubles(random.nextInt(4)).toArray(),
        new byte[] {(byte) number, -1});
  }

  private static float[][] matrix(Random random, int rows, int dim) {
    float[][] matrix = new float[rows][dim];
    for (float[] row : matrix) {
      for (int column = 0; column < dim; column++) {
        row[column] = random.nextFloat() - 0.5f;
      }
    }
    return matrix;
  }

  private static List<Book> books(List<Integer> sizes) {
    List<Book> books = new ArrayList<>();
    int next = 0;
    for (int size : sizes) {
      List<Passage> passages = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        passages.add(passage(next++));
      }
      books.add(new Book("b" + books.size(), passages));
    }
    return books;
  }

  /** Up to some 900 passages: several chunks of 256. */
  @Property(tries = 30)
  void comeThroughMapsAsTheObjectsTheyAre(
      @ForAll @Size(max = 6) List<@IntRange(max = 150) Integer> sizes) {
    List<Book> books = books(sizes);
    List<Passage> passages = books.stream().flatMap(book -> book.passages().stream()).toList();
    try (var pipeline = TypedModelsPipeline.builder().build()) {
      var inputs = TypedModelsPipeline.inputs().books(books);
      var outputs = pipeline.run(inputs);
      check(passages, outputs.scored());
      check(passages, outputs.joined());
      check(passages, outputs.byBook().stream().flatMap(List::stream).toList());
      assertEquals(
          sizes, outputs.byBook().stream().map(List::size).toList(), "each book has its own");
      check(passages, List.copyOf(outputs.index().values()));
    }
  }

  private static void check(List<Passage> passages, List<Scored> scored) {
    assertEquals(passages.size(), scored.size());
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      assertSame(passage, scored.get(i).passage(), "the object itself");
      assertSame(passage.embedding(), scored.get(i).passage().embedding());
      assertEquals(TypedModels.Scoring.doubled(passage), scored.get(i).doubled());
      assertArrayEquals(TypedModels.Scoring.sums(passage.matrix()), scored.get(i).sums());
    }
  }

  @Property(tries = 30)
  void goInAndOutAsJson(@ForAll @Size(max = 3) List<@IntRange(max = 9) Integer> sizes)
      throws Exception {
    List<Book> books = books(sizes);
    try (var pipeline = TypedModelsPipeline.builder().build()) {
      List<Book> read = Records.fromJsonArray(Book.class, JSON.valueToTree(books));
      var before = pipeline.scored(TypedModelsPipeline.inputs().books(books));
      var after = pipeline.scored(TypedModelsPipeline.inputs().books(read));
      String text = JSON.writeValueAsString(before);
      assertEquals(text, JSON.writeValueAsString(after), "the same numbers went in");
      List<Scored> back = JSON.readValue(text, new TypeReference<List<Scored>>() {});
      assertEquals(before.size(), back.size());
      for (int i = 0; i < back.size(); i++) {
        assertSameBits(before.get(i), back.get(i));
        assertSameBits(after.get(i), back.get(i));
      }
    }
  }

  private static void assertSameBits(Scored expected, Scored actual) {
    assertEquals(expected.doubled(), actual.doubled());
    assertArrayEquals(expected.sums(), actual.sums());
    assertEquals(expected.passage().id(), actual.passage().id());
    assertEquals(expected.passage().embedding(), actual.passage().embedding());
    assertArrayEquals(expected.passage().floats(), actual.passage().floats());
    assertArrayEquals(expected.passage().matrix(), actual.passage().matrix());
    assertArrayEquals(expected.passage().doubles(), actual.passage().doubles());
    assertArrayEquals(expected.passage().bytes(), actual.passage().bytes());
  }

  @Test
  void mapsMayBeGivenForRecords() {
    Embedding embedding = Embedding.of(1, 2);
    Map<String, Object> passage =
        Map.of(
            "id",
            "p",
            "embedding",
            embedding,
            "floats",
            List.of(0.5),
            "matrix",
            List.of(List.of(1, 2), List.of(3, 4)),
            "doubles",
            new double[] {0.1},
            "bytes",
            new byte[] {1, 2});
    List<Book> books =
        Records.fromMaps(Book.class, List.of(Map.of("title", "b", "passages", List.of(passage))));
    try (var pipeline = TypedModelsPipeline.builder().build()) {
      Scored scored = pipeline.index(TypedModelsPipeline.inputs().books(books)).get("p");
      assertSame(embedding, scored.passage().embedding(), "the handle that was in the map");
      assertEquals(Embedding.of(2, 4), scored.doubled());
      assertArrayEquals(new float[] {3, 7}, scored.sums());
      assertArrayEquals(new byte[] {1, 2}, scored.passage().bytes());
    }
  }

  /**
   * What was compiled before runs in JShell over records that are made there, and is read there.
   */
  @Test
  void areReadInJShell() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      Arrays.stream(classPath().split(File.pathSeparator)).forEach(shell::addToClasspath);
      run(shell, "import dev.millrace.runtime.Embedding;");
      run(shell, "import dev.millrace.testing.*;");
      run(shell, "import dev.millrace.testing.TypedModels.*;");
      run(
          shell,
          "var books = new java.util.ArrayList<Book>(); for (int i = 0; i < 300; i++) {"
              + " books.add(new Book(\"b\", java.util.List.of(TypedModelsTest.passage(i))));}");
      run(
          shell,
          "Passage own = new Passage(\"own\", Embedding.of(new float[][] {{1, 2}, {3, 4}}), new"
              + " float[] {0.5f}, new float[][] {{1, 2}}, new double[] {0.1}, new byte[] {7});");
      run(shell, "books.add(new Book(\"mine\", java.util.List.of(own)));");
      run(shell, "var pipeline = TypedModelsPipeline.builder().build();");
      run(shell, "var scored = pipeline.scored(TypedModelsPipeline.inputs().books(books));");
      assertEquals("301", run(shell, "scored.size()"));
      assertEquals("8.0", run(shell, "scored.get(300).doubled().get(1, 1)"));
      assertEquals("float[1] { 3.0 }", run(shell, "scored.get(300).sums()"));
      assertEquals("byte[1] { 7 }", run(shell, "scored.get(300).passage().bytes()"));
      assertEquals("0.1", run(shell, "scored.get(300).passage().doubles()[0]"));
      assertEquals("true", run(shell, "scored.get(300).passage() == own"));
      assertEquals(
          "\"" + TypedModels.Scoring.doubled(passage(42)).get(0, 0) + "\"",
          run(shell, "String.valueOf(scored.get(42).doubled().get(0, 0))"));
      run(shell, "pipeline.close();");
      assertEquals("2.0", run(shell, "scored.get(300).doubled().get(0, 0)"), "it outlives it");
      run(shell, "class Mine { Scored last = scored.get(300); }");
      assertEquals("Embedding[2, 2]", run(shell, "new Mine().last.doubled()"));
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Runs what may be several snippets, and returns the last one's value. */
  private static String run(JShell shell, String source) {
    String value = null;
    String rest = source;
    while (!rest.isEmpty()) {
      var completion = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(completion.source())) {
        assertEquals(null, event.exception(), completion.source());
        assertEquals(
            Snippet.Status.VALID,
            event.status(),
            () ->
                completion.source()
                    + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
        value = event.value();
      }
      rest = completion.remaining();
    }
    return value;
  }
}
