package dev.millrace.processor.validate;

import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Choice;
import java.util.HashSet;
import java.util.Set;

/**
 * The reads of a scope that only repeat what another says: the variants of an output all read what
 * chooses between them, and so does the choice. The first variant speaks for all, so that a fault
 * of what chooses is told once.
 */
final class RepeatedReads {
  private record Hop(String reader, String name) {}

  private final Set<Hop> hops = new HashSet<>();

  RepeatedReads(Graph graph) {
    graph
        .producers()
        .values()
        .forEach(
            each -> {
              if (each instanceof Choice choice) {
                add(choice);
              }
            });
  }

  private void add(Choice choice) {
    String selector = choice.member().selector();
    hops.add(new Hop(choice.name(), selector));
    choice.member().variants().stream()
        .skip(1)
        .forEach(variant -> hops.add(new Hop(variant.value(), selector)));
  }

  boolean contains(Read read) {
    return hops.contains(new Hop(read.reader(), read.name()));
  }
}
