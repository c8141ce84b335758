package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline under a name of its own, so that many go through one compilation.
 *
 * @param text its source, without what runs it
 */
record Trial(String name, Graph graph, String text) {
  /** Returns the graphs as they are. */
  static List<Trial> all(List<Graph> graphs) {
    List<Trial> trials = new ArrayList<>();
    for (Graph graph : graphs) {
      trials.add(of("P" + trials.size(), graph));
    }
    return trials;
  }

  /** Returns a graph as it is. */
  static Trial of(String name, Graph graph) {
    return new Trial(name, graph, Spelling.source("g", name, graph));
  }

  /** Returns a pipeline that is there to be cached. */
  static Trial cached(String name, Graph graph, long salt, boolean isGrave) {
    String text = Spelling.source("g", name, graph);
    return new Trial(name, graph, Spice.on(text, salt, isGrave));
  }

  /** Returns the source with what asks it this and that. */
  String askable() {
    return text.substring(0, text.lastIndexOf('}')) + CachedCalls.source(name, graph) + "}\n";
  }

  /** Returns the source with what runs it. */
  String runnable() {
    return text.substring(0, text.lastIndexOf('}')) + Calls.source(name, graph) + "}\n";
  }
}
