package dev.millrace.processor.validate;

import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.PipelineModel.Closing;
import dev.millrace.processor.model.PipelineModel.Listed;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Names;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what a closed pipeline lists with what its nodes need and give. */
final class Closed {
  private final PipelineModel pipeline;
  private final Problems problems;

  Closed(PipelineModel pipeline, Problems problems) {
    this.pipeline = pipeline;
    this.problems = problems;
  }

  /**
   * Adds what does not fit.
   *
   * @param all every node
   * @param needed those that the listed outputs need
   */
  void check(Graph all, Graph needed) {
    pipeline
        .closing()
        .ifPresent(
            closing -> {
              twice(closing.listedInputs());
              twice(closing.listedOutputs());
              outputs(closing, all);
              if (!closing.inputs().isEmpty()) {
                inputs(closing, all, needed);
              }
            });
  }

  private void twice(List<Listed> names) {
    Set<String> seen = new HashSet<>();
    for (Listed name : names) {
      if (!seen.add(name.name())) {
        add(Message.CLOSED_TWICE, name);
      }
    }
  }

  private void outputs(Closing closing, Graph all) {
    List<String> known =
        all.producers().values().stream()
            .filter(each -> each.member().isOutput())
            .map(Producer::name)
            .toList();
    for (Listed output : closing.listedOutputs()) {
      if (!known.contains(output.name())) {
        add(Message.CLOSED_OUTPUT_UNKNOWN, output, Names.didYouMean(output.name(), known));
      }
    }
  }

  private void inputs(Closing closing, Graph all, Graph needed) {
    List<String> read = needed.inputs().stream().map(Input::name).toList();
    for (Listed input : closing.listedInputs()) {
      Producer producer = all.producers().get(input.name());
      if (producer != null) {
        add(Message.CLOSED_INPUT_PRODUCED, input, producer.member().display());
      } else if (!read.contains(input.name())) {
        List<String> others =
            read.stream().filter(name -> !closing.inputs().contains(name)).toList();
        add(
            Message.CLOSED_INPUT_UNUSED,
            input,
            closing.outputs().isEmpty() ? "in it" : "that its outputs need",
            Names.didYouMean(input.name(), others));
      }
    }
    for (Input input : needed.inputs()) {
      if (!closing.inputs().contains(input.name())) {
        problems.add(
            Message.CLOSED_INPUT_MISSING,
            closing.inputsOrigin(),
            input.reads().get(0).display(),
            input.name(),
            pipeline.type().nestedName(),
            Names.didYouMean(input.name(), closing.inputs()));
      }
    }
  }

  private void add(Message message, Listed name, Object... more) {
    Object[] values = new Object[more.length + 2];
    values[0] = pipeline.type().nestedName();
    values[1] = name.name();
    System.arraycopy(more, 0, values, 2, more.length);
    problems.add(message, name.origin(), values);
  }
}
