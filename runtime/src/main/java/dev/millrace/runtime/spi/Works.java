package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How all values of a pipeline, or of a nested use, come about; immutable. */
public final class Works {
  private final Work[] works;
  private final List<Integer> outputs;
  private final int items;

  private Works(List<Work> works, List<Integer> outputs, int items) {
    this.works = works.toArray(Work[]::new);
    this.outputs = List.copyOf(outputs);
    this.items = items;
  }

  /** Returns the works of these places. */
  public static Works of(Work... works) {
    return new Works(Arrays.asList(works), List.of(), works.length);
  }

  /** Returns these and more, which follow. */
  public Works and(Work... more) {
    List<Work> all = new ArrayList<>(Arrays.asList(works));
    all.addAll(Arrays.asList(more));
    return new Works(all, outputs, all.size());
  }

  /** Returns the same of which these are taken. */
  public Works outputs(int... places) {
    return new Works(Arrays.asList(works), IntStream.of(places).boxed().toList(), items);
  }

  /** Returns the same of which the steps from a place on run for each item. */
  public Works items(int first) {
    return new Works(Arrays.asList(works), outputs, first);
  }

  int size() {
    return works.length;
  }

  Work get(int place) {
    return works[place];
  }

  /** Returns the first step that runs for each item. */
  int firstOfItems() {
    return items;
  }

  List<Integer> outputPlaces() {
    return outputs;
  }
}
