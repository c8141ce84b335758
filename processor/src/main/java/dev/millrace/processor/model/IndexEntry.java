package dev.millrace.processor.model;

import java.util.List;

/** A method and the names of its parameters, as the companion keeps them. */
public record IndexEntry(String method, List<String> types, List<String> names) {
  public IndexEntry {
    types = List.copyOf(types);
    names = List.copyOf(names);
  }
}
