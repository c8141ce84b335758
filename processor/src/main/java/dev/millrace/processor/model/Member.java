package dev.millrace.processor.model;

/** What produces an output in a pipeline. */
public sealed interface Member permits NodeModel, NestedModel {

  /** Returns the name of the output. */
  String output();

  /** Returns the output's type. */
  TypeRef result();

  /** Returns where it is declared. */
  Origin origin();

  /** Returns the method, as messages and comments show it. */
  String display();
}
