package dev.millrace.processor.picture;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.picture.Drawing.Box;
import dev.millrace.processor.picture.Drawing.Frame;
import dev.millrace.processor.plan.ExecutionPlan;

/** A plan in Graphviz' language. */
final class PlanDot {
  private final StringBuilder out = new StringBuilder();

  private PlanDot() {}

  static String of(ExecutionPlan plan) {
    PlanDot dot = new PlanDot();
    dot.write(Drawing.of(plan));
    return dot.out.toString();
  }

  private void write(Drawing drawing) {
    line("", "digraph " + quote(drawing.title()) + " {");
    line("  ", "rankdir = LR");
    line("  ", "label = " + quote(drawing.title()));
    line("  ", "node [shape = box, fontname = \"sans-serif\"]");
    line("  ", "edge [fontname = \"sans-serif\"]");
    drawing.boxes().forEach(each -> write("  ", each));
    drawing.frames().forEach(each -> write("  ", each));
    for (Drawing.Arrow arrow : drawing.arrows()) {
      String label = arrow.label().isEmpty() ? "" : " [label = " + quote(arrow.label()) + "]";
      line("  ", arrow.from() + " -> " + arrow.to() + label);
    }
    line("", "}");
  }

  private void write(String indent, Frame frame) {
    line(indent, "subgraph cluster_" + frame.id() + " {");
    line(indent + "  ", "label = " + quote(frame.label()));
    frame.boxes().forEach(each -> write(indent + "  ", each));
    frame.frames().forEach(each -> write(indent + "  ", each));
    line(indent, "}");
  }

  private void write(String indent, Box box) {
    String label = box.lines().stream().map(PlanDot::escape).collect(joining("\\n", "\"", "\""));
    String shape =
        switch (box.shape()) {
          case INPUT -> ", shape = oval";
          case STEP -> "";
          case CHOICE -> ", shape = hexagon";
          case RESULT -> ", shape = box3d";
        };
    line(
        indent,
        box.id() + " [label = " + label + shape + (box.isOutput() ? ", penwidth = 3]" : "]"));
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private static String quote(String text) {
    return "\"" + escape(text) + "\"";
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
