package dev.millrace.processor.validate;

import dev.millrace.processor.model.Literal;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;

/** A default is for an input, and an input has one. */
final class DefaultRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer reader : graph.producers().values()) {
      if (reader instanceof Call) {
        reader.reads().forEach(read -> produced(graph, read, problems));
      }
    }
    graph.inputs().forEach(input -> disagreeing(input, problems));
  }

  private static void produced(Graph graph, Read read, Problems problems) {
    Producer producer = graph.producers().get(read.name());
    if (read.defaultValue().isPresent() && producer != null) {
      problems.add(
          Message.DEFAULT_PRODUCED,
          read.origin(),
          read.display(),
          read.name(),
          producer.member().display());
    }
  }

  private static void disagreeing(Input input, Problems problems) {
    List<Read> stated =
        input.reads().stream().filter(read -> read.defaultValue().isPresent()).toList();
    for (Read read : stated) {
      Read first = stated.get(0);
      if (!read.defaultValue().equals(first.defaultValue())) {
        problems.add(
            Message.DEFAULT_DISAGREES,
            read.origin(),
            read.display(),
            read.defaultValue().get(),
            input.name(),
            first.display(),
            first.defaultValue().orElseThrow());
        return;
      }
    }
    stated.stream()
        .filter(read -> !fits(read, input))
        .findFirst()
        .ifPresent(read -> unfit(read, input, problems));
  }

  /** Somebody may read the input as another type than whoever states its default. */
  private static boolean fits(Read stated, Input input) {
    TypeRef type = stated.type().boxed();
    boolean same = type.equals(input.type().boxed());
    return same
        || (isWhole(type)
            && isWhole(input.type())
            && Literal.isOf(input.type(), stated.defaultValue().orElseThrow()));
  }

  private static boolean isWhole(TypeRef type) {
    TypeRef.Primitive primitive = Literal.primitive(type);
    return primitive == TypeRef.Primitive.BYTE
        || primitive == TypeRef.Primitive.SHORT
        || primitive == TypeRef.Primitive.INT
        || primitive == TypeRef.Primitive.LONG;
  }

  private static void unfit(Read stated, Input input, Problems problems) {
    String other =
        input.reads().stream()
            .filter(read -> read.type().boxed().equals(input.type().boxed()))
            .map(Read::display)
            .findFirst()
            .orElse("another");
    problems.add(
        Message.DEFAULT_INVALID,
        stated.origin(),
        stated.display(),
        stated.defaultValue().orElseThrow(),
        input.type()
            + "; "
            + other
            + " reads \""
            + input.name()
            + "\" as one: give both the same type");
  }
}
