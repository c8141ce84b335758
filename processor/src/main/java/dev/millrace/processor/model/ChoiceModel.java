package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * An output that one of several nodes produces, chosen by an input.
 *
 * @param selector the name of the input that chooses
 * @param selectorType its sealed type or enum
 * @param variants what can be chosen
 * @param split whether the components of its result are the outputs
 */
public record ChoiceModel(
    String output,
    String selector,
    TypeRef selectorType,
    List<Variant> variants,
    TypeRef result,
    boolean split,
    String display,
    Origin origin)
    implements Member {
  public ChoiceModel {
    variants = List.copyOf(variants);
  }

  /** Returns the choice as the producer of another value, which is a part of an output. */
  public ChoiceModel as(String part) {
    return new ChoiceModel(part, selector, selectorType, variants, result, split, display, origin);
  }

  /**
   * A node and when it is chosen.
   *
   * @param value the name of the node's value
   * @param type the selector's type for which it is
   * @param constant the selector's constant for which it is, of an enum
   */
  public record Variant(String value, TypeRef type, Optional<String> constant) {

    /** Returns the variant for the type as which a generic one is known in the end. */
    public Variant as(TypeRef concrete) {
      return new Variant(value, concrete, constant);
    }
  }
}
