package dev.millrace.processor.validate;

import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Producer;

/** A name that is read as something it is not: said on the parameter, naming both ends. */
final class TypeMismatchRule implements GraphRule {
  private final TypeSystem types;

  TypeMismatchRule(TypeSystem types) {
    this.types = types;
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer reader : graph.producers().values()) {
      for (Read read : reader.reads()) {
        Producer producer = graph.producers().get(read.name());
        TypeRef given = producer != null ? producer.type() : graph.bound().get(read.name());
        if (given == null || types.isAssignable(given, read.type())) {
          continue;
        }
        boolean alike = given.toString().equals(read.type().toString());
        problems.add(
            Message.TYPE_MISMATCH,
            read.origin(),
            read.display(),
            read.name(),
            alike ? read.type().qualified() : read.type(),
            producer != null ? producer.member().display() : "the nested use",
            alike ? given.qualified() : given);
      }
    }
  }
}
