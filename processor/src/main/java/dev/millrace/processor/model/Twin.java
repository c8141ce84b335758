package dev.millrace.processor.model;

import java.util.List;

/**
 * The form of a node for many items.
 *
 * @param mapped for each of the node's parameters (without receiver), whether the twin takes a list
 *     of it
 */
public record Twin(MethodRef method, List<Boolean> mapped, List<TypeRef> thrown, Origin origin) {
  public Twin {
    mapped = List.copyOf(mapped);
    thrown = List.copyOf(thrown);
  }
}
