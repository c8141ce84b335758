package dev.millrace.processor.validate;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Producer;

/**
 * A node or nested use that no output of a closed pipeline needs. It is said of the pipeline: the
 * node may be of use to others. A pipeline that is included comes as a whole: if anything of it is
 * needed, nothing is said of the rest.
 */
final class UnusedNodeRule {
  private UnusedNodeRule() {}

  /**
   * Adds what it finds.
   *
   * @param all every node
   * @param needed those that the outputs need
   */
  static void check(PipelineModel pipeline, Graph all, Graph needed, Problems problems) {
    for (Producer producer : all.producers().values()) {
      boolean isMethod =
          producer.member() instanceof NodeModel || producer.member() instanceof NestedModel;
      if (isMethod
          && !needed.producers().containsKey(producer.name())
          && !comesWithOthers(pipeline, needed, producer.name())) {
        problems.add(
            Message.NODE_UNUSED,
            pipeline.origin(),
            pipeline.type().nestedName(),
            label(producer),
            producer.member().display());
      }
    }
  }

  private static boolean comesWithOthers(PipelineModel pipeline, Graph needed, String name) {
    return pipeline.included().stream()
        .filter(names -> names.contains(name))
        .anyMatch(names -> names.stream().anyMatch(needed.producers()::containsKey));
  }

  private static String label(Producer producer) {
    return producer.member() instanceof NodeModel node ? node.label() : producer.name();
  }
}
