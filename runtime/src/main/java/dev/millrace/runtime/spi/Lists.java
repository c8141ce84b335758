package dev.millrace.runtime.spi;

import java.util.List;

/** The lists of a twin's mapped parameters, in order: one call's, or those of several, joined. */
public final class Lists {
  private final List<?>[] lists;

  Lists(List<?>[] lists) {
    this.lists = lists;
  }

  /** Returns the list of a mapped parameter; it cannot be changed. */
  @SuppressWarnings("unchecked") // the generated code asks for what it has put in
  public <T> List<T> get(int place) {
    return (List<T>) lists[place];
  }
}
