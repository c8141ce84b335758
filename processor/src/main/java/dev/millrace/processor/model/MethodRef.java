package dev.millrace.processor.model;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A method as it is called and as it is shown.
 *
 * @param owner the class that declares it
 * @param descriptor its erased types, as class files write them
 * @param types its parameters' types
 * @param typeArguments what its type variables stand for in a call; none as long as that is open
 * @param isStatic whether it is called without a receiver
 */
public record MethodRef(
    ClassRef owner,
    String name,
    String descriptor,
    List<TypeRef> types,
    List<TypeRef> typeArguments,
    boolean isStatic) {
  public MethodRef {
    types = List.copyOf(types);
    typeArguments = List.copyOf(typeArguments);
  }

  @Override
  public String toString() {
    return owner.nestedName()
        + "#"
        + name
        + types.stream().map(TypeRef::toString).collect(joining(", ", "(", ")"));
  }
}
