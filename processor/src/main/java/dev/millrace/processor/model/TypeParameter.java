package dev.millrace.processor.model;

import java.util.List;

/**
 * A type variable as its method or class declares it.
 *
 * @param bounds what its type must be assignable to; they may name type variables
 */
public record TypeParameter(String name, List<TypeRef> bounds) {
  public TypeParameter {
    bounds = List.copyOf(bounds);
  }
}
