package dev.millrace.processor.plan;

import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a nested use runs.
 *
 * @param values what it is given, as it is named inside
 * @param constant the steps that are the same for every item, in order: they run once
 * @param perItem the steps that vary, in order; empty where nothing is mapped
 * @param varying the names that differ from item to item
 * @param output the value that is taken
 * @param outputType that value's type
 * @param thrown the checked exceptions of all steps
 */
public record Region(
    List<Value> values,
    List<Step> constant,
    List<ItemStep> perItem,
    Set<String> varying,
    String output,
    TypeRef outputType,
    List<TypeRef> thrown) {
  public Region {
    values = List.copyOf(values);
    constant = List.copyOf(constant);
    perItem = List.copyOf(perItem);
    varying = Set.copyOf(varying);
    thrown = List.copyOf(thrown);
  }

  /**
   * A value from outside.
   *
   * @param each whether it is a list whose elements are meant inside
   * @param type its type outside
   * @param inner its type inside: the element's, where it is mapped over
   */
  public record Value(String name, boolean each, TypeRef type, TypeRef inner) {}

  /**
   * A step that runs for each item.
   *
   * @param batched whether the node's twin runs, on many items at once
   * @param obstacle why it does not, where there is one; else empty
   */
  public record ItemStep(Step step, boolean batched, String obstacle) {}

  /** Returns whether any step reads a value; of a list, that may be its length alone. */
  public boolean isRead(String value) {
    return Stream.concat(constant.stream(), perItem.stream().map(ItemStep::step))
        .flatMap(step -> step.arguments().stream())
        .anyMatch(argument -> argument.name().equals(value));
  }

  /** Returns whether it maps over a list. */
  public boolean isMapped() {
    return values.stream().anyMatch(Value::each);
  }
}
