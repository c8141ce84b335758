package dev.millrace.processor.model;

import java.util.List;

/**
 * A class that asks for tests of twins.
 *
 * @param trials a test for each
 * @param leftOut the nodes whose twins cannot be tested, because no two calls need agree
 * @param sources the classes whose companions it was read from, in order
 * @param deprecations the warnings that the use of deprecated nodes and types raises
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang}
 */
public record TwinTestModel(
    ClassRef type,
    List<Trial> trials,
    List<NodeModel> leftOut,
    List<ClassRef> sources,
    List<String> deprecations,
    boolean shadowsJavaLang) {
  public TwinTestModel {
    trials = List.copyOf(trials);
    leftOut = List.copyOf(leftOut);
    sources = List.copyOf(sources);
    deprecations = List.copyOf(deprecations);
  }

  /**
   * A node with its twin.
   *
   * @param values what each of the node's ports is given
   */
  public record Trial(NodeModel node, List<Sample> values) {
    public Trial {
      values = List.copyOf(values);
    }
  }
}
