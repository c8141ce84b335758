package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A node: a method that produces one output.
 *
 * @param ports what it reads; for an instance method, its receiver first
 * @param thrown the checked exceptions it declares
 */
public record NodeModel(
    String output,
    MethodRef method,
    List<Port> ports,
    TypeRef result,
    List<TypeRef> thrown,
    Optional<Twin> twin,
    Origin origin)
    implements Member {
  public NodeModel {
    ports = List.copyOf(ports);
    thrown = List.copyOf(thrown);
  }

  @Override
  public String display() {
    return method.toString();
  }
}
