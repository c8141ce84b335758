package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A node: a method that produces one value.
 *
 * @param output the value's name; with a {@code $} where it is no output itself but a part of one
 * @param label the name that is told of it
 * @param method the method for one item; of a node that has only a twin, the twin
 * @param typeParameters the type variables that are open: of an instance method, its class's first,
 *     then its own; none of a node whose types are known
 * @param ports what it reads; for an instance method, its receiver first
 * @param result what it produces, which is not always what the method returns
 * @param thrown the checked exceptions it declares
 * @param alone whether the twin is all there is
 * @param when the constant of an enum for which alone it produces its output
 * @param split whether the components of its result are the outputs
 */
public record NodeModel(
    String output,
    String label,
    MethodRef method,
    List<TypeParameter> typeParameters,
    List<Port> ports,
    TypeRef result,
    List<TypeRef> thrown,
    Optional<Twin> twin,
    boolean alone,
    Optional<String> when,
    boolean split,
    Traits traits,
    Origin origin)
    implements Member {
  public NodeModel {
    typeParameters = List.copyOf(typeParameters);
    ports = List.copyOf(ports);
    thrown = List.copyOf(thrown);
  }

  /** Returns the type variables that the method itself declares: what a call's witnesses fix. */
  public List<TypeParameter> ownTypeParameters() {
    boolean hasReceiver = !method.isStatic() && !ports.isEmpty();
    int owners =
        hasReceiver && ports.get(0).type() instanceof TypeRef.Declared receiver
            ? receiver.arguments().size()
            : 0;
    return typeParameters.isEmpty()
        ? List.of()
        : typeParameters.subList(owners, typeParameters.size());
  }

  /** Returns whether its method, or the twin that is all there is, returns a stage. */
  public boolean isAsync() {
    Delivery delivery = alone ? twin.orElseThrow().delivery() : traits.delivery();
    return delivery == Delivery.STAGE;
  }

  /** Returns whether calls of its twin may be made together with those of other runs. */
  public boolean meets() {
    return traits.isPure() && twin.filter(Twin::invariant).isPresent();
  }

  /**
   * Returns whether a call for one item may be, too: the twin's result must be the one that the
   * node has by itself, and the call nothing that is begun and waited for later.
   */
  public boolean meetsSingly() {
    return meets() && !isAsync() && (alone || twin.filter(Twin::isExact).isPresent());
  }

  /** Returns what it reads under a name. */
  public Optional<Port> port(String name) {
    return ports.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Returns the node with a twin. */
  public NodeModel withTwin(Twin other) {
    return new NodeModel(
        output,
        label,
        method,
        typeParameters,
        ports,
        result,
        thrown,
        Optional.of(other),
        alone,
        when,
        split,
        traits,
        origin);
  }

  /** Returns the node as the producer of another value, which is a part of an output. */
  public NodeModel as(String part, List<Port> otherPorts) {
    return new NodeModel(
        part,
        label,
        method,
        typeParameters,
        otherPorts,
        result,
        thrown,
        twin,
        alone,
        when,
        split,
        traits,
        origin);
  }

  /** Returns the name of what one item has for a port, in a test. */
  public String testName(Port port) {
    return alone ? port.name() : port.parameter();
  }

  @Override
  public String display() {
    return method.toString();
  }
}
