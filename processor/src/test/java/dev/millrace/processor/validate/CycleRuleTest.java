package dev.millrace.processor.validate;

import static dev.millrace.processor.testing.Declared.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.testing.Declared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Loops among nodes that read one another. */
final class CycleRuleTest {
  private static final Pattern HOP = Pattern.compile("\"(\\w+)\", by [^\n]*, reads \"(\\w+)\"");

  private static List<Problem> problems(List<NodeModel> nodes) {
    Problems problems = new Problems();
    new CycleRule().check(Declared.graph(nodes), problems);
    return List.copyOf(problems.all());
  }

  /** Returns the loops, as they are drawn: each name once, what reads it before it. */
  private static List<List<String>> loops(NodeModel... nodes) {
    return problems(List.of(nodes)).stream().map(CycleRuleTest::loop).toList();
  }

  private static List<String> loop(Problem problem) {
    List<MatchResult> hops = HOP.matcher(problem.text()).results().toList();
    for (int i = 0; i < hops.size(); i++) {
      assertEquals(hops.get(i).group(2), hops.get((i + 1) % hops.size()).group(1));
    }
    return hops.stream().map(hop -> hop.group(1)).toList();
  }

  @Test
  void aNodeThatReadsItsOwnOutputIsALoop() {
    assertEquals(List.of(List.of("a")), loops(node("a", "a", "text")));
  }

  @Test
  void ofTwoWaysBackTheShorterIsDrawn() {
    assertEquals(
        List.of(List.of("a", "d")),
        loops(node("a", "b", "d"), node("b", "c"), node("c", "a"), node("d", "a")));
  }

  @Test
  void whatOnlyLeadsIntoALoopIsNotInIt() {
    assertEquals(
        List.of(List.of("b", "c")), loops(node("a", "b"), node("b", "c"), node("c", "b", "text")));
  }

  @Test
  void loopsApartAreDrawnEach() {
    assertEquals(
        List.of(List.of("a", "b"), List.of("c")),
        loops(node("a", "b"), node("b", "a"), node("c", "c", "a")));
  }

  @Test
  void aDiamondIsNone() {
    assertEquals(
        List.of(), loops(node("a", "text"), node("b", "a"), node("c", "a"), node("d", "b", "c")));
  }

  @Provide
  Arbitrary<List<Set<Integer>>> graphs() {
    return Arbitraries.integers().between(0, 5).set().ofMaxSize(2).list().ofMinSize(1).ofMaxSize(6);
  }

  /** The oracle is the length of the shortest way from each node back to it. */
  @Property(tries = 500)
  void aLoopIsAsShortAsAnyThroughItsFirstNodeAndOnlySuchGraphsHaveOne(
      @ForAll("graphs") List<Set<Integer>> reads) {
    List<NodeModel> nodes = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      nodes.add(
          node("n" + i, reads.get(i).stream().map(read -> "n" + read).toArray(String[]::new)));
    }
    List<List<String>> loops = problems(nodes).stream().map(CycleRuleTest::loop).toList();
    assertEquals(
        IntStream.range(0, reads.size()).anyMatch(i -> wayBack(reads, i) > 0), !loops.isEmpty());
    Set<String> drawn = new HashSet<>();
    for (List<String> loop : loops) {
      assertEquals(wayBack(reads, Integer.parseInt(loop.get(0).substring(1))), loop.size());
      loop.forEach(name -> assertTrue(drawn.add(name), name + " is in two loops"));
    }
  }

  /** Returns how many hops lead from a node back to it; 0 where none do. */
  private static int wayBack(List<Set<Integer>> reads, int start) {
    Set<Integer> reached = Set.of(start);
    for (int hops = 1; hops <= reads.size(); hops++) {
      Set<Integer> next = new HashSet<>();
      for (int each : reached) {
        if (each < reads.size()) {
          next.addAll(reads.get(each));
        }
      }
      if (next.contains(start)) {
        return hops;
      }
      reached = next;
    }
    return 0;
  }
}
