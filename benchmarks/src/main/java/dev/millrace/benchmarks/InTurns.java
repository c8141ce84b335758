package dev.millrace.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Contenders that do the same, one after the other and then again. */
final class InTurns {
  private record Contender(Callable<?> work, Object expected) {}

  private final Map<String, Contender> contenders = new LinkedHashMap<>();

  /** Adds one, which has to come to what is expected. */
  void add(String name, Callable<?> work, Object expected) {
    contenders.put(name, new Contender(work, expected));
  }

  /** Returns the least time that each took by the clock, and the least CPU time. */
  Map<String, Cost> least(int rounds) throws Exception {
    Map<String, Cost> least = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, Contender> each : contenders.entrySet()) {
        Contender contender = each.getValue();
        Cost cost = Cost.of(() -> check(each.getKey(), contender));
        if (round >= 0) {
          least.merge(each.getKey(), cost, Cost::least);
        }
      }
    }
    return least;
  }

  private static void check(String name, Contender contender) throws Exception {
    if (!contender.work().call().equals(contender.expected())) {
      throw new IllegalStateException(name + " comes to something else");
    }
  }
}
