package dev.millrace.processor.property;

import java.util.List;

/** The signatures of random nodes: one with types of its own, and generic ones. */
enum Form {
  PLAIN("", "", List.of()),
  PICK("<T>", "T", List.of("T", "T")),
  PAIR("<T>", "List<T>", List.of("T", "T")),
  LAST("<T>", "T", List.of("List<? extends T>", "T")),
  SECOND("<A, B>", "B", List.of("A", "B")),
  KEPT("<E, C extends List<? extends E>>", "C", List.of("C"));

  final String variables;
  final String result;
  final List<String> parameters;

  Form(String variables, String result, List<String> parameters) {
    this.variables = variables;
    this.result = result;
    this.parameters = parameters;
  }

  /** Returns what computes it. */
  String mix() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns whether a list in the parameter's place erases to something else. */
  boolean overloads(int parameter) {
    return parameters.get(parameter).matches("[TAB]");
  }

  /** Returns a part of the signature with the variables that a twin has for them. */
  static String renamed(String part) {
    return part.replaceAll("\\bT\\b", "V")
        .replaceAll("\\bA\\b", "W")
        .replaceAll("\\bB\\b", "A")
        .replaceAll("\\bE\\b", "Element")
        .replaceAll("\\bC\\b", "E");
  }
}
