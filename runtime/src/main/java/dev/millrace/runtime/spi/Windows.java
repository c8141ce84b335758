package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows of a map's nodes that are asked and answer later: one for each. */
final class Windows implements Iterable<Window>, AutoCloseable {
  private final List<Window> all = new ArrayList<>(0);

  /** Adds one for a node that returns stages. */
  Window stages(Terms terms, int maxInFlight, @Nullable Held<?>... held) {
    return added(Window.ofStages(terms, most(maxInFlight, held), Leases.of(held), held));
  }

  /** Adds one for a node that waits. */
  Window threads(Terms terms, int maxInFlight, @Nullable Held<?>... held) {
    return added(Window.ofThreads(terms, most(maxInFlight, held), Leases.of(held), held));
  }

  /** What is leased is for one call at a time. */
  private static int most(int maxInFlight, @Nullable Held<?>... held) {
    return Held.anyLeased(held) ? 1 : maxInFlight;
  }

  private Window added(Window window) {
    all.add(window);
    return window;
  }

  /** Returns how many calls of one of the nodes may be under way at once; 0 without any. */
  int mostInFlight() {
    return all.stream().mapToInt(Window::maxInFlight).max().orElse(0);
  }

  @Override
  public Iterator<Window> iterator() {
    return all.iterator();
  }

  /** Ends all calls. */
  @Override
  public void close() {
    all.forEach(Window::close);
  }
}
