package dev.millrace.processor.model;

import java.util.List;

/**
 * A class whose instances a pipeline opens, by its one visible constructor.
 *
 * @param stateful the class, and what is said of its instances
 * @param isPublic whether what is generated is public
 * @param isOpenToAll whether the constructor is
 * @param thrown what the constructor declares
 * @param isVarArgs whether the constructor takes as many of its last parameter as there are
 * @param deprecations the warnings that the use of the constructor raises
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang}
 */
public record ResourceModel(
    Stateful stateful,
    boolean isPublic,
    boolean isOpenToAll,
    List<Parameter> parameters,
    List<TypeRef> thrown,
    boolean isVarArgs,
    List<String> deprecations,
    boolean shadowsJavaLang) {
  public ResourceModel {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
    deprecations = List.copyOf(deprecations);
  }

  /**
   * A parameter of the constructor.
   *
   * @param mayBeNull whether null may be given for it
   * @param keying what is said of its place in keys
   */
  public record Parameter(
      String name, TypeRef type, boolean mayBeNull, Keying keying, Origin origin) {}
}
