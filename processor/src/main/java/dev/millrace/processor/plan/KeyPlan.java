package dev.millrace.processor.plan;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KeyDefinition;
import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * How the values of a pipeline, or the arguments of a resource, are written into keys.
 *
 * @param owner the pipeline, or the resource's class
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang}
 * @param entries the inputs, then the outputs, that have a key; none of a resource
 * @param arguments what a resource is opened with; none of a pipeline
 * @param definitions the classes that need a method of their own, in the order in which they are
 *     met
 * @param deprecations the warnings that naming them raises
 */
public record KeyPlan(
    ClassRef owner,
    boolean shadowsJavaLang,
    List<Entry> entries,
    Optional<List<Argument>> arguments,
    List<KeyDefinition> definitions,
    List<String> deprecations) {
  public KeyPlan {
    entries = List.copyOf(entries);
    arguments = arguments.map(List::copyOf);
    definitions = List.copyOf(definitions);
    deprecations = List.copyOf(deprecations);
  }

  /**
   * An argument of a resource.
   *
   * @param policy what it is in keys
   * @param shape how it is written, if by its value
   */
  public record Argument(
      String name, TypeRef type, boolean mayBeNull, KeyPolicy policy, Optional<KeyShape> shape) {}

  /** A value of a pipeline. */
  public record Entry(String name, TypeRef type, boolean isInput, KeyShape shape) {

    /** Returns whether it is a list, whose elements may be keyed by themselves. */
    public boolean isList() {
      return type.listElement() != null && shape instanceof KeyShape.Made;
    }
  }
}
