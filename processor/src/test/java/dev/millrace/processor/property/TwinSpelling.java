package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Read;
import java.util.ArrayList;
import java.util.List;

/** Writes the twins of nodes. */
final class TwinSpelling {
  private TwinSpelling() {}

  /**
   * The twin takes the first mapped parameter's size, and calls the same function for each; its
   * type variables have names of their own.
   */
  static String twin(Node node) {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    String size = "";
    for (int i = 0; i < node.reads().size(); i++) {
      Read read = node.reads().get(i);
      boolean mapped = node.twin().get(i);
      String type = mapped ? "List<" + node.boxedParameter(i) + ">" : node.parameter(i);
      parameters.add(ofTwin(node, type) + " " + read.name());
      arguments.add(", " + read.name() + (mapped ? ".get(i)" : ""));
      size = mapped && size.isEmpty() ? read.name() + ".size()" : size;
    }
    String result = ofTwin(node, node.boxedResult());
    return """
    @Batch static %sList<%s> %s(%s) {
      var results = new java.util.ArrayList<%s>();
      for (int i = 0; i < %s; i++) {
        results.add(%s);
      }
      return results;
    }
    """
        .formatted(
            ofTwin(node, Spelling.variables(node.form().variables)),
            result,
            node.name(),
            String.join(", ", parameters),
            result,
            size,
            node.call(String.join("", arguments)));
  }

  private static String ofTwin(Node node, String type) {
    return node.form() == Form.PLAIN ? type : Form.renamed(type);
  }
}
