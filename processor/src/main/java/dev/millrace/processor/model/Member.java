package dev.millrace.processor.model;

/** What produces a value in a pipeline. */
public sealed interface Member permits NodeModel, NestedModel, ComponentModel, ChoiceModel {

  /** Returns the value's name. */
  String output();

  /** Returns the value's type. */
  TypeRef result();

  /** Returns where it is declared. */
  Origin origin();

  /** Returns the method, as messages and comments show it. */
  String display();

  /** Returns the name that is told of it: for a part of an output, the output's. */
  default String told() {
    return isOutput() ? output() : output().substring(0, output().indexOf('$'));
  }

  /** Returns whether the value is an output, and not only a part of one. */
  default boolean isOutput() {
    return output().indexOf('$') < 0;
  }
}
