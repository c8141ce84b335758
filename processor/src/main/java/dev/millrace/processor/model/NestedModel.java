package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A use of other members inside a pipeline.
 *
 * @param target what is used
 * @param members the members of the target
 * @param closing what the target shows, of a closed pipeline
 * @param innerOutput the output that is taken; empty where it is to be found
 * @param parts the components of the record that is its result; none where it takes one output
 * @param parameters the listed parameters, in order
 * @param product whether several mapped parameters are combined each with each
 * @param flatten whether the lists of the items are joined
 */
public record NestedModel(
    String output,
    MethodRef method,
    ClassRef target,
    List<Member> members,
    Optional<PipelineModel.Closing> closing,
    String innerOutput,
    List<Part> parts,
    List<Parameter> parameters,
    boolean product,
    boolean flatten,
    TypeRef result,
    Origin origin)
    implements Member {
  public NestedModel {
    members = List.copyOf(members);
    parts = List.copyOf(parts);
    parameters = List.copyOf(parameters);
  }

  /**
   * A component of the record that it gives, where it gives several outputs.
   *
   * @param inner the inner output that it takes
   */
  public record Part(String component, String inner, TypeRef type) {}

  /**
   * A listed parameter.
   *
   * @param name its name outside
   * @param inner its name inside
   * @param each whether it is mapped over
   * @param meantAsInput whether it says {@code @Input}
   */
  public record Parameter(
      String name, String inner, boolean each, TypeRef type, boolean meantAsInput, Origin origin) {}

  /** Returns the use with its members' types fixed. */
  public NestedModel withMembers(List<Member> others) {
    return new NestedModel(
        output,
        method,
        target,
        others,
        closing,
        innerOutput,
        parts,
        parameters,
        product,
        flatten,
        result,
        origin);
  }

  @Override
  public String display() {
    return method.toString();
  }
}
