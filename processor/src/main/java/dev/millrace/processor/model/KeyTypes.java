package dev.millrace.processor.model;

import java.util.Optional;
import java.util.Set;

/** Answers how types are written into keys, as one pipeline sees them. */
public interface KeyTypes {

  /**
   * Returns how values of a type are written.
   *
   * @param paths what the paths in it are
   */
  KeyShape shape(TypeRef type, PathKey paths);

  /**
   * Returns why the generated handle of a resource has no key: an argument of the constructor has
   * none. Nothing is known of an interface or abstract class, whose handles are of other classes.
   *
   * @param resource the type of what is opened
   */
  Optional<KeyShape.None> withoutHandle(TypeRef resource);

  /**
   * Returns how values of a class are written whose shape is {@link KeyShape.Defined}.
   *
   * @throws IllegalArgumentException if it was never asked for
   */
  KeyDefinition definition(TypeRef.Declared type);

  /** Returns the warnings that naming these classes raises. */
  Set<String> deprecations();
}
