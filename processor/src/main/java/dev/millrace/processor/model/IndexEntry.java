package dev.millrace.processor.model;

import java.util.List;

/**
 * A method and the names of its parameters, as the companion keeps them.
 *
 * @param nullable the places in its signature where null is a value
 */
public record IndexEntry(
    String method, List<String> types, List<String> names, List<String> nullable) {
  public IndexEntry {
    types = List.copyOf(types);
    names = List.copyOf(names);
    nullable = List.copyOf(nullable);
  }
}
