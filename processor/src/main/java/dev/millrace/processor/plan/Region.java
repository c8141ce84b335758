package dev.millrace.processor.plan;

import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a nested use runs.
 *
 * @param values what it is given, as it is named inside
 * @param constant the steps that are the same for every item, in order: they run once
 * @param perItem the steps that vary, in order; empty where nothing is mapped
 * @param stages the stages that those are in; none where nothing is mapped
 * @param varying the names that differ from item to item
 * @param guarded the steps that only some variants need, and the ways by which they are needed
 * @param outputs what is taken
 * @param shape how the items' results become the use's
 * @param thrown the checked exceptions of all steps
 */
public record Region(
    List<Value> values,
    List<Step> constant,
    List<ItemStep> perItem,
    List<Stage> stages,
    Set<String> varying,
    Map<String, List<Reach>> guarded,
    List<Output> outputs,
    Shape shape,
    List<TypeRef> thrown) {
  public Region {
    values = List.copyOf(values);
    constant = List.copyOf(constant);
    perItem = List.copyOf(perItem);
    stages = List.copyOf(stages);
    varying = Set.copyOf(varying);
    guarded = Map.copyOf(guarded);
    outputs = List.copyOf(outputs);
    thrown = List.copyOf(thrown);
  }

  /**
   * A value from outside.
   *
   * @param each whether it is a list whose elements are meant inside
   * @param type its type outside
   * @param inner its type inside: the element's, where it is mapped over
   * @param nullable whether it may be null inside
   */
  public record Value(String name, boolean each, TypeRef type, TypeRef inner, boolean nullable) {}

  /**
   * A step that runs for each item.
   *
   * @param batched whether the node's twin runs, on many items at once
   * @param obstacle why it does not, where there is one; else empty
   * @param together whether it is a nested use that maps the lists of many items at once
   */
  public record ItemStep(Step step, boolean batched, String obstacle, boolean together) {
    /** Returns whether calls of its twin may be made together with those of other runs. */
    public boolean meets() {
      return batched && step instanceof Step.Call call && call.node().meets();
    }

    /** Returns whether it is begun for all rows before the first is waited for. */
    public boolean isStarted() {
      return !batched
          && step instanceof Step.Call call
          && call.node().traits().isAsynchronous()
          && call.node().traits().delivery() != Delivery.RESOURCE;
    }
  }

  /**
   * What is taken from inside.
   *
   * @param type the inner value's type
   * @param declared the type that the use declares for it
   * @param nullable whether the inner value may be null
   */
  public record Output(String name, TypeRef type, TypeRef declared, boolean nullable) {}

  /**
   * How results are put together.
   *
   * @param mapped whether it maps over a list
   * @param product whether several lists are combined each with each
   * @param soft whether the failures of single items are kept as values
   * @param flatten whether the items' lists are joined
   */
  public record Shape(boolean mapped, boolean product, boolean soft, boolean flatten) {}

  /** Returns what is to be said, to people, of how results are put together. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (values.stream().filter(Value::each).count() > 1) {
      words.add(shape.product() ? "each with each" : "side by side");
    }
    if (shape.soft()) {
      words.add("failures kept");
    }
    if (shape.flatten()) {
      words.add("lists joined");
    }
    return words;
  }

  /** Returns all steps. */
  public List<Step> steps() {
    return Stream.concat(constant.stream(), perItem.stream().map(ItemStep::step)).toList();
  }

  /** Returns the place of a step: after the values, constant steps first. */
  public int place(Step step) {
    return values.size() + steps().indexOf(step);
  }

  /** Returns the places of the stages that a step is in, from 1; none where there is but one. */
  public List<Integer> stagesOf(ItemStep step) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; stages.size() > 1 && i < stages.size(); i++) {
      if (stages.get(i).steps().contains(step)) {
        places.add(i + 1);
      }
    }
    return places;
  }

  /** Returns whether any step reads a value; of a list, that may be its length alone. */
  public boolean isRead(String value) {
    return steps().stream()
        .flatMap(step -> step.arguments().stream())
        .anyMatch(argument -> argument.name().equals(value));
  }

  /**
   * Returns whether a step gives the lists that are joined, so that their elements are results, of
   * which none may be null. A stream's are looked at where it is read, and what a map gives in it;
   * a use that maps nothing hands on what it finds.
   */
  public boolean joinsNonNulls(Step step) {
    boolean isJoined =
        shape.flatten() && outputs.stream().anyMatch(each -> each.name().equals(step.name()));
    boolean isKnown =
        step instanceof Step.Use use && use.region().isMapped()
            || step instanceof Step.Call call && call.node().traits().delivery() == Delivery.STREAM;
    TypeRef element = step.member().result().argumentOf(KnownTypes.LIST);
    boolean isAnything = element instanceof TypeRef.Wildcard any && any.upper() == null;
    return isJoined
        && !isKnown
        && element != null
        && !isAnything
        && !element.upperBound().isNullable();
  }

  /** Returns whether it maps over a list. */
  public boolean isMapped() {
    return shape.mapped();
  }
}
