package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Gathers documents into {@linkplain Run runs}, in the order in which they lie in memory. */
final class RunPlan {
  /** Enough rows that calls cost nothing, few enough that their similarities stay in the cache. */
  static final int MAX_ROWS = 2048;

  /** A call costs about as much as computing some 15 to 60 rows for nobody, as the width has it. */
  static final int MAX_GAP = 32;

  private final List<Embedding> documents;
  private final List<Run> runs = new ArrayList<>();

  /** Documents of the run that is being gathered, and the row after its last. */
  private final List<Integer> open = new ArrayList<>();

  private int end;

  private RunPlan(List<Embedding> documents) {
    this.documents = documents;
  }

  static List<Run> of(List<Embedding> documents) {
    return new RunPlan(documents).runs();
  }

  private List<Run> runs() {
    Map<Slab, Integer> slabs = new IdentityHashMap<>();
    documents.forEach(document -> slabs.putIfAbsent(document.slab(), slabs.size()));
    IntStream.range(0, documents.size())
        .filter(d -> documents.get(d).rows() > 0)
        .boxed()
        .sorted(
            Comparator.comparing((Integer d) -> slabs.get(documents.get(d).slab()))
                .thenComparing(d -> documents.get(d).firstRow()))
        .forEach(this::add);
    close();
    return List.copyOf(runs);
  }

  private void add(int d) {
    Embedding document = documents.get(d);
    if (!open.isEmpty() && !joins(document)) {
      close();
    }
    int last = document.firstRow() + document.rows();
    end = open.isEmpty() ? last : Math.max(end, last);
    open.add(d);
  }

  private boolean joins(Embedding document) {
    Embedding first = documents.get(open.get(0));
    int last = Math.max(end, document.firstRow() + document.rows());
    return document.slab() == first.slab()
        && document.firstRow() <= end + MAX_GAP
        && last - first.firstRow() <= MAX_ROWS;
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    Embedding head = documents.get(open.get(0));
    int first = head.firstRow();
    int[] ordinals = open.stream().mapToInt(Integer::intValue).toArray();
    int[] starts = open.stream().mapToInt(d -> documents.get(d).firstRow() - first).toArray();
    int[] lengths = open.stream().mapToInt(d -> documents.get(d).rows()).toArray();
    runs.add(new Run(head.slab(), first, end - first, ordinals, starts, lengths));
    open.clear();
  }
}
