package dev.millrace.processor.collect;

import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Pairs the {@code @Batch} methods of a class with its nodes, by position and type. */
final class TwinReader {
  private final SignatureReader signatures;
  private final BatchReader batches;
  private final Problems problems;

  TwinReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.batches = new BatchReader(signatures, problems);
    this.problems = problems;
  }

  /** Returns the nodes, those with a twin carrying it. */
  List<NodeModel> pair(TypeElement owner, List<NodeModel> nodes) {
    List<NodeModel> paired = new ArrayList<>(nodes);
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (Annotations.has(method, Annotations.BATCH)
          && !Annotations.has(method, Annotations.NODE)
          && !BatchReader.isAlone(method)) {
        pair(owner, method, paired);
      }
    }
    return paired;
  }

  private void pair(TypeElement owner, ExecutableElement method, List<NodeModel> nodes) {
    String display = SignatureReader.display(owner, method);
    ElementOrigin origin = signatures.origin(method, display);
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      problems.add(Message.NODE_PRIVATE, origin, display);
      return;
    }
    Optional<SignatureReader.Signature> read = signatures.read(owner, method);
    if (read.isEmpty()) {
      return;
    }
    SignatureReader.Signature batch = read.get();
    String name = BatchReader.nodeName(method);
    String firstFault = null;
    NodeModel nearest = null;
    for (int i = 0; i < nodes.size(); i++) {
      NodeModel node = nodes.get(i);
      if (node.alone()
          || !node.method().name().equals(name)
          || node.method().types().size() != batch.method().types().size()) {
        continue;
      }
      List<Boolean> mapped = new ArrayList<>();
      SignatureReader.Signature renamed = TwinVariables.renamed(node, batch);
      String fault = fault(node, renamed, mapped);
      if (fault == null) {
        if (node.twin().isPresent()) {
          problems.add(
              Message.TWIN_SECOND,
              origin,
              batch.method(),
              node.method(),
              node.twin().get().method());
        } else {
          nodes.set(i, withTwin(node, method, renamed, mapped));
        }
        return;
      }
      if (nearest == null) {
        nearest = node;
        firstFault = fault;
      }
    }
    if (nearest == null && BatchReader.hasNode(method)) {
      return; // the node's own problem is said, and the pair cannot be judged
    }
    if (nearest == null) {
      int count = batch.method().types().size();
      problems.add(
          Message.TWIN_ALONE,
          origin,
          batch.method(),
          name,
          count == 1 ? "one parameter" : count + " parameters",
          batch.method().owner().nestedName());
    } else {
      problems.add(Message.TWIN_MISMATCH, origin, batch.method(), nearest.method(), firstFault);
    }
  }

  /** Returns why the two are no pair, or null; notes which parameters are mapped. */
  private static @Nullable String fault(
      NodeModel node, SignatureReader.Signature batch, List<Boolean> mapped) {
    if (node.method().isStatic() != batch.method().isStatic()) {
      return "one is static and the other is not";
    }
    if (node.traits().delivery() == Delivery.RESOURCE) {
      return "the node returns a Resource, which is opened for each item by itself; leave the twin"
          + " out";
    }
    String variables = TwinVariables.fault(node, batch);
    if (variables != null) {
      return variables;
    }
    for (int i = 0; i < batch.method().types().size(); i++) {
      TypeRef one = node.method().types().get(i);
      TypeRef many = batch.method().types().get(i);
      boolean isList = Many.isOf(many, one);
      if (!isList && !many.equals(one)) {
        return "its parameter \""
            + batch.names().get(i)
            + "\" is "
            + many
            + ", but must be "
            + TypeRef.listOf(one)
            + " (one per item) or "
            + one
            + " (the same for all)";
      }
      mapped.add(isList);
    }
    if (!mapped.contains(true)) {
      return "none of its parameters is a list of the node's";
    }
    TypeRef expected = TypeRef.listOf(node.result());
    return delivery(node, batch) != null
        ? null
        : "it returns " + batch.result() + ", but must return " + expected;
  }

  /** Returns how the twin hands over a value for each item, or null where it does not. */
  private static @Nullable Delivery delivery(NodeModel node, SignatureReader.Signature batch) {
    Delivered delivered = Delivered.of(batch.result());
    boolean isPlain =
        delivered.delivery() == Delivery.VALUE || delivered.delivery() == Delivery.STAGE;
    return isPlain && Many.isOf(delivered.type(), node.result()) ? delivered.delivery() : null;
  }

  private NodeModel withTwin(
      NodeModel node,
      ExecutableElement method,
      SignatureReader.Signature batch,
      List<Boolean> mapped) {
    String display = batch.method().toString();
    TypeRef first = node.method().types().get(mapped.indexOf(true));
    Optional<BatchReader.Says> says = batches.read(method, display, first, node.traits().isPure());
    Delivery delivery = delivery(node, batch);
    if (says.isEmpty() || delivery == null) {
      return node;
    }
    return node.withTwin(
        new Twin(
            batch.method(),
            mapped,
            batch.variables().own(),
            batch.thrown(),
            delivery,
            says.get().limits(),
            says.get().invariant(),
            says.get().tolerance(),
            signatures.origin(method, display)));
  }
}
