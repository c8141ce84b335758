package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The law of the closure: of a few classes that call each other as they like, in circles too, a
 * constant counts if and only if the node reaches it.
 */
final class ClosureLawTest {
  @Property(tries = 60)
  void aConstantCountsIfAndOnlyIfItIsReached(@ForAll("edges") List<Graph.Edge> edges) {
    Graph graph = new Graph(edges);
    CodeAccount before = account(graph, -1);
    assertTrue(before.readable());
    Set<Integer> reached = reached(edges);
    for (int each = 0; each < Graph.SITES; each++) {
      CodeAccount after = account(graph, each);
      assertEquals(reached.contains(each), !before.digest().equals(after.digest()), "site " + each);
      assertEquals(reached.contains(each) ? 1 : 0, after.changesSince(before).size());
    }
  }

  @Property(tries = 60)
  void theHashIsTheSameWhateverWasAskedBefore(@ForAll("edges") List<Graph.Edge> edges) {
    Graph graph = new Graph(edges);
    List<String> forwards = new ArrayList<>();
    List<String> backwards = new ArrayList<>();
    ClassLoader loader = graph.loader(-1);
    CodeHash one = Graph.hash(loader);
    CodeHash other = Graph.hash(loader);
    for (int each = 0; each < Graph.CLASSES; each++) {
      forwards.add(one.ofMethod("app.C" + each, "m0", "(I)I").digest());
    }
    for (int each = Graph.CLASSES - 1; each >= 0; each--) {
      backwards.add(other.ofMethod("app.C" + each, "m0", "(I)I").digest());
    }
    Reference.reachabilityFence(loader);
    Collections.reverse(backwards);
    assertEquals(forwards, backwards);
  }

  private static CodeAccount account(Graph graph, int changed) {
    ClassLoader loader = graph.loader(changed);
    try {
      return Graph.hash(loader).ofMethod("app.C0", "m0", "(I)I");
    } finally {
      Reference.reachabilityFence(loader);
    }
  }

  private static Set<Integer> reached(List<Graph.Edge> edges) {
    Set<Integer> reached = new HashSet<>(Set.of(0));
    Deque<Integer> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      int from = waiting.remove();
      for (Graph.Edge each : edges) {
        if (each.from() == from && reached.add(each.to())) {
          waiting.add(each.to());
        }
      }
    }
    return reached;
  }

  @Provide
  Arbitrary<List<Graph.Edge>> edges() {
    Arbitrary<Integer> site = Arbitraries.integers().between(0, Graph.SITES - 1);
    return Combinators.combine(site, site).as(Graph.Edge::new).list().ofMaxSize(24);
  }
}
