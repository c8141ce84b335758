package dev.millrace.processor.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every step and every reading of a plan is in each of its pictures, whatever the names. */
final class PictureLawTest {
  private static final Pattern ARROW =
      Pattern.compile("^\\s+(\\w+) --?>(?:\\|\"[^\"]*\"\\|)? (\\w+).*");
  private static final Pattern MERMAID_BOX =
      Pattern.compile(
          "^\\s+(\\w+)(?:\\(\\[|\\[\\[?|\\{\\{)\"([^\"]*)\"(?:]\\)|]]?|}})(?::::output)?$");
  private static final Pattern DOT_BOX =
      Pattern.compile("^\\s+(\\w+) \\[label = \"((?:[^\"\\\\]|\\\\.)*)\".*]$");

  @Property
  void anyTextSurvivesJson(@ForAll String text) throws JsonProcessingException {
    String printed =
        new Json.Fields().with(text, text).withTexts("all", List.of(text, text)).print();
    JsonNode read = new ObjectMapper().readTree(printed);
    assertEquals(
        TextNode.valueOf(text), text.equals("all") ? read.get("all").get(1) : read.get(text));
    assertEquals(text, read.get("all").get(0).textValue());
  }

  @Property
  void jsonHoldsTheWholePlan(@ForAll long seed) throws JsonProcessingException {
    ExecutionPlan plan = new RandomPlans(seed).plan();
    JsonNode json = new ObjectMapper().readTree(PlanJson.of(plan));
    assertEquals(PlanJson.of(plan), PlanJson.of(new RandomPlans(seed).plan()));
    assertEquals("a.b.Outer.P$", json.get("pipeline").textValue());
    assertEquals(
        plan.inputs().stream().map(ExecutionPlan.Input::name).toList(), names(json.get("inputs")));
    assertEquals(plan.outputs().stream().map(Step::name).toList(), names(json.get("outputs")));
    assertSame(plan.steps(), json.get("steps"));
  }

  private static void assertSame(List<Step> steps, JsonNode json) {
    assertEquals(steps.stream().map(Step::name).toList(), names(json));
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      assertEquals(
          step.arguments().stream().map(Argument::name).toList(), texts(json.get(i).get("inputs")));
      if (step instanceof Step.Use use) {
        JsonNode region = json.get(i).get("region");
        assertEquals(
            use.region().values().stream().map(Region.Value::name).toList(),
            names(region.get("values")));
        assertSame(use.region().steps(), region.get("steps"));
        int constant = use.region().constant().size();
        for (int j = 0; j < use.region().perItem().size(); j++) {
          assertLimits(use.region().perItem().get(j), region.get("steps").get(constant + j));
        }
        assertEquals(
            use.region().outputs().stream().map(Region.Output::name).toList(),
            texts(region.get("outputs")));
      }
    }
  }

  /** What limits a twin's batches is said where it runs. */
  private static void assertLimits(Region.ItemStep item, JsonNode json) {
    assertEquals(item.batched(), json.get("batched").booleanValue());
    assertEquals(item.meets(), json.has("meets"));
    if (item.batched() && item.step() instanceof Step.Call call) {
      Twin.Limits limits = call.node().twin().orElseThrow().limits();
      assertEquals(limits.maxItems(), json.path("maxItems").asInt());
      assertEquals(limits.maxWeight(), json.path("maxWeight").asLong());
      assertEquals(limits.lingerNanos(), json.path("lingerNanos").asLong());
    }
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(each -> names.add(each.get("name").textValue()));
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  @Property
  void mermaidShowsEveryBoxAndEveryArrow(@ForAll long seed) {
    ExecutionPlan plan = new RandomPlans(seed).plan();
    assertDrawn(plan, PlanMermaid.of(plan), MERMAID_BOX, "<br/>", "#36;");
  }

  @Property
  void dotShowsEveryBoxAndEveryArrow(@ForAll long seed) {
    ExecutionPlan plan = new RandomPlans(seed).plan();
    assertDrawn(plan, PlanDot.of(plan), DOT_BOX, "\\n", "$");
  }

  /** Reads the text back line by line: boxes have ids of their own, arrows end in boxes. */
  private static void assertDrawn(
      ExecutionPlan plan, String text, Pattern box, String newLine, String dollar) {
    Map<String, String> names = new HashMap<>();
    Set<String> arrows = new TreeSet<>();
    int frames = 0;
    for (String line : text.lines().toList()) {
      Matcher drawn = box.matcher(line);
      Matcher arrow = ARROW.matcher(line);
      if (line.contains("subgraph")) {
        frames++;
      } else if (arrow.matches()) {
        assertTrue(names.keySet().containsAll(List.of(arrow.group(1), arrow.group(2))), line);
        arrows.add(names.get(arrow.group(1)) + " -> " + names.get(arrow.group(2)));
      } else if (drawn.matches()) {
        String label = drawn.group(2);
        String name = label.substring(0, label.indexOf(newLine)).replace(dollar, "$");
        assertNull(names.put(drawn.group(1), name), line);
      }
    }
    Expected expected = new Expected();
    plan.inputs().forEach(input -> expected.names.add(input.name()));
    expected.add(plan.steps());
    assertEquals(
        expected.names.stream().sorted().toList(), names.values().stream().sorted().toList());
    assertEquals(expected.arrows, arrows);
    assertEquals(expected.frames, frames);
  }

  /** What must be seen. A value that only passes into a use, under its name, is drawn once. */
  private static final class Expected {
    final List<String> names = new ArrayList<>();
    final Set<String> arrows = new TreeSet<>();
    int frames;

    void add(List<Step> steps) {
      for (Step step : steps) {
        names.add(step.label());
        if (step instanceof Step.Use use) {
          frames++;
          values(use);
          add(use.region().steps());
          use.region().outputs().forEach(each -> arrows.add(each.name() + " -> " + step.label()));
        } else {
          step.arguments().forEach(each -> arrows.add(each.name() + " -> " + step.label()));
        }
      }
    }

    private void values(Step.Use use) {
      for (int i = 0; i < use.arguments().size(); i++) {
        Region.Value value = use.region().values().get(i);
        String outer = use.arguments().get(i).name();
        if (value.each() || !outer.equals(value.name())) {
          names.add(value.name());
          arrows.add(outer + " -> " + value.name());
        }
      }
    }
  }
}
