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

  /** Returns whether the value is an output, and not only a part of one. */
  default boolean isOutput() {
    return output().indexOf('$') < 0;
  }
}
