package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Missing;

/** An input whose name is close to an output that would fit: taken for a slip. */
final class NearNameRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Missing missing : graph.missing()) {
      if (graph.isRepeated(missing.read())) {
        continue;
      }
      problems.add(
          Message.NEAR_NAME,
          missing.read().origin(),
          missing.name(),
          missing.read().display(),
          missing.meant().name(),
          missing.meant().type(),
          missing.meant().member().display());
    }
  }
}
