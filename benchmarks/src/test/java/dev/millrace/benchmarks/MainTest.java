package dev.millrace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path target;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Suite suite(Metric... metrics) {
    return new Suite() {
      @Override
      public String name() {
        return "made-up";
      }

      @Override
      public String about() {
        return "nothing";
      }

      @Override
      public List<Metric> run(boolean quick) {
        return List.of(metrics);
      }
    };
  }

  @Test
  void listsTheSuitesWhereNoneIsNamed() throws Exception {
    assertEquals(0, Main.run(List.of(), target, out));
    assertTrue(printed().contains("  encoder "), printed());
  }

  @Test
  void refusesASuiteThatDoesNotExist() throws Exception {
    assertEquals(2, Main.run(List.of("nonsense", "--quick"), target, out));
    assertTrue(printed().startsWith("no suite is called nonsense; there are:"), printed());
  }

  @Test
  void refusesAnArgumentThatItDoesNotKnow() throws Exception {
    assertEquals(2, Main.run(List.of("encoder", "--fast"), target, out));
    assertTrue(printed().contains("--fast"), printed());
  }

  @Test
  void failsWhereABudgetIsMissedAndSaysWhich() throws Exception {
    Metric missed = Metric.of("speed", 1.4, "x").atLeast(1.5);
    assertEquals(1, Main.measure(suite(missed), true, target, out));
    assertTrue(printed().contains("missed: speed"), printed());
  }

  @Test
  void writesEveryFigureForMachines() throws Exception {
    Metric told = Metric.of("texts", 3, "texts");
    Metric held = Metric.of("heap", 10, "bytes").beside(99).atMost(20);
    assertEquals(0, Main.measure(suite(told, held), false, target, out));
    JsonNode figures = new ObjectMapper().readTree(target.resolve("made-up.json").toFile());
    assertEquals(2, figures.size());
    assertTrue(figures.get(0).get("budget").isNull());
    assertEquals("<= 20", figures.get(1).get("budget").asText());
    assertEquals(99, figures.get(1).get("baseline").asDouble());
    assertEquals(true, figures.get(1).get("holds").asBoolean());
    assertEquals(6, figures.get(1).size());
  }

  @Test
  void aFigureThatIsNoNumberMissesItsBudget() {
    assertEquals(false, Metric.of("ratio", Double.NaN, "x").atLeast(1).holds());
    assertEquals(false, Metric.of("ratio", Double.NaN, "x").atMost(1).holds());
  }
}
