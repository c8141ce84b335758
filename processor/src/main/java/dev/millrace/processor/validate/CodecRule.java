package dev.millrace.processor.validate;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.CodecShape.None;
import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;

/** Refuses to keep the results of a node where nothing stores them. */
final class CodecRule {
  private final CodecTypes codecs;

  CodecRule(CodecTypes codecs) {
    this.codecs = codecs;
  }

  void check(Graph graph, Problems problems) {
    for (Producer producer : graph.order()) {
      if (producer instanceof Call call) {
        check(call.member(), problems);
      } else if (producer instanceof NestedCall nested) {
        check(nested.inner(), problems);
      }
    }
  }

  private void check(NodeModel node, Problems problems) {
    if (node.traits().cache() == CachePolicy.STORE && codecs.shape(node) instanceof None none) {
      problems.add(Message.NO_CODEC, node.origin(), node.display(), none);
    }
  }
}
