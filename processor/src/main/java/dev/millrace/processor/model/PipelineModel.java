package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pipeline as declared.
 *
 * @param type the interface
 * @param isPublic whether what is generated is public
 * @param members the nodes and nested uses: of the listed classes in their order, then its own
 * @param closing what it shows, of a closed pipeline
 * @param included the names that each pipeline gives which it includes whole
 * @param sources the classes whose companions it was wired from, in order
 * @param deprecations the warnings that the use of deprecated nodes and types raises
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang}
 * @param isComplete whether no member was left out because of a problem of its own
 */
public record PipelineModel(
    ClassRef type,
    boolean isPublic,
    List<Member> members,
    Optional<Closing> closing,
    List<Set<String>> included,
    List<ClassRef> sources,
    List<String> deprecations,
    boolean shadowsJavaLang,
    boolean isComplete,
    Origin origin) {
  public PipelineModel {
    members = List.copyOf(members);
    included = List.copyOf(included);
    sources = List.copyOf(sources);
    deprecations = List.copyOf(deprecations);
  }

  /**
   * What a closed pipeline shows.
   *
   * @param listedInputs all inputs, in the order of the stages
   * @param listedOutputs the outputs; none for all
   * @param inputsOrigin where the inputs are listed
   */
  public record Closing(
      List<Listed> listedInputs, List<Listed> listedOutputs, Origin inputsOrigin) {
    public Closing {
      listedInputs = List.copyOf(listedInputs);
      listedOutputs = List.copyOf(listedOutputs);
    }

    /** Returns the inputs' names. */
    public List<String> inputs() {
      return names(listedInputs);
    }

    /** Returns the outputs' names; none for all. */
    public List<String> outputs() {
      return names(listedOutputs);
    }

    private static List<String> names(List<Listed> listed) {
      return listed.stream().map(Listed::name).toList();
    }
  }

  /** A name in a list, and where it stands there. */
  public record Listed(String name, Origin origin) {}
}
