package dev.millrace.processor.picture;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.picture.Drawing.Box;
import dev.millrace.processor.picture.Drawing.Frame;
import dev.millrace.processor.plan.ExecutionPlan;

/** A plan as a flowchart of Mermaid. */
final class PlanMermaid {
  private final StringBuilder out = new StringBuilder();

  private PlanMermaid() {}

  static String of(ExecutionPlan plan) {
    PlanMermaid mermaid = new PlanMermaid();
    mermaid.write(Drawing.of(plan));
    return mermaid.out.toString();
  }

  private void write(Drawing drawing) {
    line("", "---");
    line("", "title: \"" + drawing.title() + "\"");
    line("", "---");
    line("", "flowchart LR");
    drawing.boxes().forEach(each -> write("  ", each));
    drawing.frames().forEach(each -> write("  ", each));
    for (Drawing.Arrow arrow : drawing.arrows()) {
      String label = arrow.label().isEmpty() ? "" : "|\"" + escape(arrow.label()) + "\"|";
      line("  ", arrow.from() + " -->" + label + " " + arrow.to());
    }
    if (drawing.boxes().stream().anyMatch(Box::isOutput)) {
      line("  ", "classDef output stroke-width:3px");
    }
  }

  private void write(String indent, Frame frame) {
    line(indent, "subgraph " + frame.id() + "[\"" + escape(frame.label()) + "\"]");
    frame.boxes().forEach(each -> write(indent + "  ", each));
    frame.frames().forEach(each -> write(indent + "  ", each));
    line(indent, "end");
  }

  private void write(String indent, Box box) {
    String label =
        box.lines().stream().map(PlanMermaid::escape).collect(joining("<br/>", "\"", "\""));
    String drawn =
        switch (box.shape()) {
          case INPUT -> "([" + label + "])";
          case STEP -> "[" + label + "]";
          case CHOICE -> "{{" + label + "}}";
          case RESULT -> "[[" + label + "]]";
        };
    line(indent, box.id() + drawn + (box.isOutput() ? ":::output" : ""));
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  /** Every character that means something in a label becomes an entity, {@code #} first. */
  private static String escape(String text) {
    return text.replace("#", "#35;")
        .replace("&", "#amp;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("$", "#36;")
        .replace("`", "#96;");
  }
}
