package dev.millrace.processor.model;

import java.util.List;

/**
 * A use of other members inside a pipeline.
 *
 * @param target what is used
 * @param members the members of the target
 * @param innerOutput the output that is taken; empty where it is to be found
 * @param parameters the listed parameters, in order
 */
public record NestedModel(
    String output,
    MethodRef method,
    ClassRef target,
    List<Member> members,
    String innerOutput,
    List<Parameter> parameters,
    TypeRef result,
    Origin origin)
    implements Member {
  public NestedModel {
    members = List.copyOf(members);
    parameters = List.copyOf(parameters);
  }

  /**
   * A listed parameter.
   *
   * @param name its name outside
   * @param inner its name inside
   * @param each whether it is mapped over
   */
  public record Parameter(String name, String inner, boolean each, TypeRef type, Origin origin) {}

  @Override
  public String display() {
    return method.toString();
  }
}
