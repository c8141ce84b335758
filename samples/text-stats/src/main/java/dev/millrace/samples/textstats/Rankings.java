package dev.millrace.samples.textstats;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.millrace.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nodes about items of any type: each use has the type of what it reads. */
public final class Rankings {
  private Rankings() {}

  /** Each item once, the most frequent first; of equally frequent ones, the smaller first. */
  @Node
  public static <T extends Comparable<? super T>> List<T> ranking(List<T> items) {
    Map<T, Long> counts =
        items.stream().collect(groupingBy(item -> item, TreeMap::new, counting()));
    Comparator<T> byCount = Comparator.comparing(counts::get);
    return counts.keySet().stream().sorted(byCount.reversed()).toList();
  }
}
