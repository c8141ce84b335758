package dev.millrace.processor.property;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.property.Spec.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the methods that ask a pipeline, with or without a cache, for what one likes. */
final class CachedCalls {
  private CachedCalls() {}

  /** Returns the names of all outputs, in their order, those that hold failures among them. */
  static List<String> outputs(Graph graph) {
    List<String> outputs = new ArrayList<>();
    for (Spec member : graph.scope().members()) {
      outputs.add(member.name());
      if (member instanceof Spec.Map map && map.body().soft()) {
        outputs.add("kept" + map.name());
      }
    }
    return outputs;
  }

  /** Returns the names of all inputs. */
  static List<String> inputs(Graph graph) {
    List<String> read = Calls.read(graph);
    return Stream.concat(graph.inputs().stream().map(Spec.Input::name), Stream.of(Graph.WAY))
        .filter(read::contains)
        .toList();
  }

  /**
   * Returns {@code open}, which makes the pipeline, {@code answer} and {@code answers}, which ask
   * it for one output or all, once or over several values, and {@code explained}.
   */
  static String source(String name, Graph graph) {
    List<String> outputs = outputs(graph);
    List<String> settable = Stream.concat(inputs(graph).stream(), outputs.stream()).toList();
    return """
      static AutoCloseable open(
          dev.millrace.runtime.Cache cache,
          dev.millrace.runtime.Engine engine,
          int chunkRows,
          int lanes,
          boolean batchTwins,
          dev.millrace.runtime.RunListener listener) {
        PPipeline.Builder builder =
            PPipeline.builder()
                .engine(engine)
                .chunkRows(chunkRows)
                .lanes(lanes)
                .batchTwins(batchTwins)
                .listener(listener);
        return (cache == null ? builder : builder.cache(cache)).build();
      }
      static PPipeline.Inputs toInputs(Map<String, Object> given) {
        PPipeline.Inputs inputs = PPipeline.given();
        %s
        return inputs;
      }
      static Object answer(AutoCloseable asked, Map<String, Object> given, String output)
          throws Exception {
        PPipeline pipeline = (PPipeline) asked;
        PPipeline.Inputs inputs = toInputs(given);
        switch (output) {
          %s
          default:
            return toList(pipeline.run(inputs));
        }
      }
      static Object toList(PPipeline.Outputs all) {
        return Arrays.asList(%s);
      }
      static Object answers(
          AutoCloseable asked,
          Map<String, Object> given,
          String each,
          List<Object> values,
          String output)
          throws Exception {
        PPipeline pipeline = (PPipeline) asked;
        PPipeline.Over over = PPipeline.over(toInputs(given));
        switch (each) {
          %s
          default:
            throw new IllegalArgumentException(each);
        }
        switch (output) {
          %s
          default:
            List<Object> all = new ArrayList<>();
            pipeline.run(over).outcomes().forEach(one -> all.add(one.map(PName::toList)));
            return all;
        }
      }
      static Object explained(AutoCloseable asked, Map<String, Object> given) {
        return ((PPipeline) asked).explain(toInputs(given));
      }
    """
        .replace("PPipeline", name + "Pipeline")
        .replace("PName", name)
        .formatted(
            each(
                settable,
                "if (given.containsKey(\"%1$s\")) { inputs = "
                    + "inputs.%1$s(Mix.any(given.get(\"%1$s\"))); }"),
            each(outputs, "case \"%1$s\": return pipeline.%1$s(inputs);"),
            outputs.stream().map(output -> "all." + output + "()").collect(joining(", ")),
            settable.stream()
                .map(
                    input ->
                        "case \"%s\": over = over.each%s(Mix.any(values)); break;"
                            .formatted(input, capitalized(input)))
                .collect(joining("\n")),
            each(outputs, "case \"%1$s\": return pipeline.%1$s(over).outcomes();"));
  }

  private static String each(List<String> names, String text) {
    return names.stream().map(text::formatted).collect(joining("\n"));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
