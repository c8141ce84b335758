package dev.millrace.samples.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.Explanation.OfStep;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the cache did for a run.
 *
 * @param nodes each node's part in it, in the order in which they can run
 * @param opened how often each resource was opened in this run
 */
record CacheReport(Map<String, OfNode> nodes, Map<String, Long> opened) {

  /**
   * A node.
   *
   * @param hits how many values were found
   * @param misses how many were computed for want of that
   * @param reasons why any had to be computed, as it was explained before the run
   */
  record OfNode(long hits, long misses, List<String> reasons) {}

  /**
   * Puts together what was explained before a run, or before each of several, and what came of it.
   */
  static CacheReport of(List<Explanation> before, CacheCounts counts, Map<String, Long> opened) {
    Map<String, Set<String>> reasons = new LinkedHashMap<>();
    for (Explanation each : before) {
      for (OfStep step : each.steps()) {
        reasons.computeIfAbsent(step.step(), added -> new LinkedHashSet<>()).addAll(step.reasons());
      }
    }
    Map<String, OfNode> nodes = new LinkedHashMap<>();
    reasons.forEach((node, why) -> nodes.put(node, node(counts.of(node), why)));
    return new CacheReport(Collections.unmodifiableMap(nodes), opened);
  }

  /** What was not computed needs no reason, even if nobody could know that before the run. */
  private static OfNode node(CacheCounts.Count count, Set<String> reasons) {
    boolean isComputed = count.misses() > 0 || count.computed() > 0;
    return new OfNode(count.hits(), count.misses(), isComputed ? List.copyOf(reasons) : List.of());
  }

  ObjectNode json(ObjectMapper mapper) {
    ObjectNode root = mapper.createObjectNode();
    ObjectNode all = root.putObject("nodes");
    nodes.forEach(
        (name, node) -> {
          ObjectNode one =
              all.putObject(name).put("hits", node.hits()).put("misses", node.misses());
          node.reasons().forEach(one.putArray("reasons")::add);
        });
    ObjectNode resources = root.putObject("opened");
    opened.forEach(resources::put);
    return root;
  }
}
