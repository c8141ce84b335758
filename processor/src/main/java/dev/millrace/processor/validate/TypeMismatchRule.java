package dev.millrace.processor.validate;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.Origin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Lifts;
import dev.millrace.processor.resolve.Names;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Component;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;
import java.util.function.Supplier;

/** A name that is read as something it is not: said on the parameter, naming both ends. */
final class TypeMismatchRule implements GraphRule {
  private final Lifts lifts;

  TypeMismatchRule(TypeSystem types) {
    this.lifts = new Lifts(types);
  }

  @Override
  public boolean holdsForParts() {
    return true;
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer reader : graph.producers().values()) {
      if (reader instanceof Component) {
        continue; // it reads its own record, or there are two of a name, which is said
      }
      for (Read read : reader.reads()) {
        Producer producer = graph.producers().get(read.name());
        if (producer != null && !graph.isRepeated(read)) {
          Source source = new Source(producer.type(), producer.member().display());
          check(read, source, read.origin(), problems, () -> fitting(graph, read));
        }
      }
      if (reader instanceof NestedCall nested) {
        checkGiven(nested, problems);
      }
    }
  }

  /** What a nested use is given: said on its parameter, not on the reader inside. */
  private void checkGiven(NestedCall nested, Problems problems) {
    for (NestedModel.Parameter parameter : nested.member().parameters()) {
      if (parameter.each() && parameter.type().listElement() == null) {
        continue; // another rule's matter
      }
      TypeRef given = nested.inner().bound().get(parameter.inner());
      Source source = new Source(given, nested.member().display());
      nested.inner().producers().values().stream()
          .flatMap(reader -> reader.reads().stream())
          .filter(read -> read.name().equals(parameter.inner()))
          .filter(read -> !nested.inner().isRepeated(read))
          .forEach(read -> check(read, source, parameter.origin(), problems, () -> ""));
    }
  }

  private record Source(TypeRef type, String display) {}

  /** What it may have meant: the nearest name of those that fit, or the only one that does. */
  private String fitting(Graph graph, Read read) {
    List<String> fitting =
        graph.producers().values().stream()
            .filter(each -> each.member().isOutput() && !each.name().equals(read.name()))
            .filter(each -> lifts.find(each.type(), read.type()).isPresent())
            .filter(each -> !graph.needs(each, read.reader()))
            .map(Producer::name)
            .toList();
    String near = Names.didYouMean(read.name(), fitting);
    return near.isEmpty() && fitting.size() == 1 && !read.type().isOpen()
        ? "; \"" + fitting.get(0) + "\" would fit"
        : near;
  }

  private void check(
      Read read, Source source, Origin place, Problems problems, Supplier<String> hint) {
    TypeRef given = source.type();
    if (lifts.find(given, read.type()).isEmpty()) {
      boolean alike = given.toString().equals(read.type().toString());
      problems.add(
          Message.TYPE_MISMATCH,
          place,
          read.display(),
          read.name(),
          alike ? read.type().qualified() : read.type(),
          source.display(),
          alike ? given.qualified() : given,
          hint.get());
    }
  }
}
