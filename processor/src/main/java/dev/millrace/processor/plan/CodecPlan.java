package dev.millrace.processor.plan;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.CodecDefinition;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.StoredBy;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * How what a pipeline computes is stored.
 *
 * @param owner the pipeline
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang}
 * @param entries the types of all that may be stored, with those that have no codec
 * @param definitions the classes that need a codec of their own, in the order in which they are met
 * @param deprecations the warnings that naming them raises
 */
public record CodecPlan(
    ClassRef owner,
    boolean shadowsJavaLang,
    List<Entry> entries,
    List<CodecDefinition> definitions,
    List<String> deprecations) {
  public CodecPlan {
    entries = List.copyOf(entries);
    definitions = List.copyOf(definitions);
    deprecations = List.copyOf(deprecations);
  }

  /**
   * A type of what may be stored.
   *
   * @param by what a node says stores it, in place of what its type says
   */
  public record Entry(TypeRef type, Optional<StoredBy> by, CodecShape shape) {}

  /** Returns whether there is a codec that the runtime does not have. */
  public boolean isNeeded() {
    return entries.stream()
        .map(Entry::shape)
        .anyMatch(each -> each.isSome() && !(each instanceof CodecShape.Known));
  }

  /** Returns how values of a type are stored. */
  public CodecShape shape(TypeRef type) {
    return shape(type, Optional.empty());
  }

  /** Returns how the results of a node are stored. */
  public CodecShape shape(NodeModel node) {
    return shape(node.result(), node.traits().storedBy());
  }

  private CodecShape shape(TypeRef type, Optional<StoredBy> by) {
    return entries.stream()
        .filter(each -> each.type().equals(type) && each.by().equals(by))
        .map(Entry::shape)
        .findFirst()
        .orElseGet(() -> new CodecShape.None(List.of(), type + " is computed by no node"));
  }
}
