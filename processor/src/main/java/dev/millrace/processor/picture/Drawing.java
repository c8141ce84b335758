package dev.millrace.processor.picture;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as boxes and arrows.
 *
 * @param title the pipeline's name
 * @param boxes what stands in no frame
 * @param frames the nested uses
 * @param arrows what is read by what, each once
 */
record Drawing(String title, List<Box> boxes, List<Frame> frames, List<Arrow> arrows) {

  /** What a box stands for. */
  enum Shape {
    /** A value from outside. */
    INPUT,
    /** A call. */
    STEP,
    /** What one of several steps gives, chosen by an input. */
    CHOICE,
    /** What a nested use gives. */
    RESULT
  }

  /**
   * A box.
   *
   * @param id letters, digits and underscores, unlike any other's in the drawing and unlike a word
   *     of any format
   * @param lines what stands in it
   * @param isOutput whether it is an output of a pipeline that has other steps too
   */
  record Box(String id, Shape shape, List<String> lines, boolean isOutput) {}

  /** A frame around what a nested use runs. */
  record Frame(String id, String label, List<Box> boxes, List<Frame> frames) {}

  /** An arrow from box to box. */
  record Arrow(String from, String to, String label) {}

  /** Returns the drawing of a plan. */
  static Drawing of(ExecutionPlan plan) {
    List<Box> boxes = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    Pen pen = new Pen();
    Map<String, String> scope = new HashMap<>();
    for (ExecutionPlan.Input input : plan.inputs()) {
      String id = pen.id("in_", input.name());
      boxes.add(new Box(id, Shape.INPUT, List.of(input.name(), input.type().toString()), false));
      scope.put(input.name(), id);
    }
    Set<String> outputs =
        plan.outputs().size() == plan.steps().size()
            ? Set.of()
            : plan.outputs().stream().map(Step::name).collect(Collectors.toSet());
    for (Step step : plan.steps()) {
      pen.draw(step, "", outputs.contains(step.name()), scope, boxes, frames);
    }
    String title = plan.pipeline().type().nestedName();
    return new Drawing(title, boxes, frames, List.copyOf(pen.arrows));
  }

  /** Draws step after step, and remembers which ids are taken. */
  private static final class Pen {
    private final Set<String> ids = new HashSet<>();
    private final Set<Arrow> arrows = new LinkedHashSet<>();

    /** Returns an id for a name; an ordinal tells those apart that would be the same. */
    String id(String prefix, String name) {
      String plain = prefix + name.replaceAll("[^A-Za-z0-9_]", "_");
      String id = plain;
      for (int i = 2; !ids.add(id); i++) {
        id = plain + "_" + i;
      }
      return id;
    }

    /**
     * Draws a step. This is the one place that tells the kinds of steps apart.
     *
     * @param how how it runs, where that is worth a word
     * @param scope the boxes of the names that it may read; its own is added
     */
    void draw(
        Step step,
        String how,
        boolean isOutput,
        Map<String, String> scope,
        List<Box> boxes,
        List<Frame> frames) {
      String id = id("step_", step.name());
      Shape shape = Shape.STEP;
      if (step instanceof Step.Use use) {
        shape = Shape.RESULT;
        frames.add(frame(use, id, scope));
      } else if (step instanceof Step.Choice choice) {
        shape = Shape.CHOICE;
        arrows.add(new Arrow(scope.get(choice.selector().name()), id, "chooses"));
        choice.arguments().stream().skip(1).forEach(each -> read(each, id, scope));
      } else {
        step.arguments().forEach(each -> read(each, id, scope));
      }
      List<String> lines = new ArrayList<>(List.of(step.label(), step.type().toString()));
      if (!how.isEmpty()) {
        lines.add(how);
      }
      boxes.add(new Box(id, shape, lines, isOutput));
      scope.put(step.name(), id);
    }

    private void read(Argument argument, String reader, Map<String, String> scope) {
      arrows.add(new Arrow(scope.get(argument.name()), reader, ""));
    }

    private Frame frame(Step.Use use, String result, Map<String, String> around) {
      Region region = use.region();
      String id = id("use_", use.name());
      List<Box> boxes = new ArrayList<>();
      List<Frame> frames = new ArrayList<>();
      Map<String, String> scope = new HashMap<>();
      for (int i = 0; i < region.values().size(); i++) {
        Region.Value value = region.values().get(i);
        String outer = around.get(use.arguments().get(i).name());
        if (!value.each() && use.arguments().get(i).name().equals(value.name())) {
          scope.put(value.name(), outer); // the same thing, and of the same name
          continue;
        }
        String inner = id("in_", value.name());
        boxes.add(
            new Box(inner, Shape.INPUT, List.of(value.name(), value.inner().toString()), false));
        arrows.add(new Arrow(outer, inner, value.each() ? "each" : ""));
        scope.put(value.name(), inner);
      }
      region.constant().forEach(each -> draw(each, "", false, scope, boxes, frames));
      region
          .perItem()
          .forEach(
              each ->
                  draw(
                      each.step(),
                      each.batched() ? "in batches" : "",
                      false,
                      scope,
                      boxes,
                      frames));
      String order = region.isMapped() ? "in order" : "";
      region
          .outputs()
          .forEach(each -> arrows.add(new Arrow(scope.get(each.name()), result, order)));
      return new Frame(id, label(use), boxes, frames);
    }

    private static String label(Step.Use use) {
      String each =
          use.region().values().stream()
              .filter(Region.Value::each)
              .map(Region.Value::name)
              .collect(joining(", "));
      String target = use.nested().target().nestedName();
      List<String> words = use.region().words();
      String how = words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
      return each.isEmpty() ? target : "for each " + each + ": " + target + how;
    }
  }
}
