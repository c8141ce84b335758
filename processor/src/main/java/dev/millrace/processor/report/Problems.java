package dev.millrace.processor.report;

import dev.millrace.processor.model.Origin;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the problems of a round, each once, in the order they were found. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Adds a problem, unless the same one is there. */
  public void add(Message message, Origin origin, Object... values) {
    found.add(Problem.of(message, origin, values));
  }

  /** Adds what others found. */
  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** Returns what was found. */
  public Collection<Problem> all() {
    return found;
  }

  /** Returns how many were found. */
  public int size() {
    return found.size();
  }

  /** Returns whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns whether nothing was found that makes a build fail. */
  public boolean isSound() {
    return found.stream().allMatch(each -> each.message().severity() == Severity.WARNING);
  }
}
