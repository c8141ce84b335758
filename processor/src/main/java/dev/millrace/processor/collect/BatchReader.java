package dev.millrace.processor.collect;

import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads what {@code @Batch} says of how a twin runs. */
final class BatchReader {
  /** A float has a million of them between 1 and 1.12: who wants more does not want ulps. */
  private static final int MOST_ULPS = 1_000_000;

  private final SignatureReader signatures;
  private final WeigherRule weighers;
  private final Problems problems;

  BatchReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.weighers = new WeigherRule(signatures.types());
    this.problems = problems;
  }

  /** What the annotation says. */
  record Says(Optional<Twin.Weighing> weighing, boolean invariant, Twin.Tolerance tolerance) {}

  /** Returns the name of the node's method that a twin is paired with. */
  static String nodeName(ExecutableElement method) {
    String of = Annotations.string(Annotations.find(method, Annotations.BATCH), "of");
    return of.isEmpty() ? method.getSimpleName().toString() : of;
  }

  /**
   * Returns whether the method is a node by itself: it says which of its lists have a value for
   * each item, and there is no node to pair it with.
   */
  static boolean isAlone(ExecutableElement method) {
    AnnotationMirror batch = Annotations.find(method, Annotations.BATCH);
    return batch != null
        && Annotations.string(batch, "of").isEmpty()
        && !Annotations.has(method, Annotations.NODE)
        && method.getParameters().stream().anyMatch(each -> Annotations.has(each, Annotations.EACH))
        && !hasNode(method);
  }

  /** Returns whether there is a node that the twin's name and parameters speak of. */
  static boolean hasNode(ExecutableElement method) {
    String name = nodeName(method);
    return ElementFilter.methodsIn(method.getEnclosingElement().getEnclosedElements()).stream()
        .filter(each -> Annotations.has(each, Annotations.NODE))
        .filter(each -> each.getSimpleName().contentEquals(name))
        .anyMatch(each -> each.getParameters().size() == method.getParameters().size());
  }

  /** Returns the class that weighs a twin's items, if there is one. */
  static Optional<TypeElement> weigher(ExecutableElement method) {
    AnnotationMirror batch = Annotations.find(method, Annotations.BATCH);
    AnnotationValue value = batch == null ? null : Annotations.value(batch, "weigher");
    return value == null ? Optional.empty() : Annotations.type(value);
  }

  /**
   * Returns what a method's annotation says, or nothing once it was reported what is wrong with it.
   *
   * @param first the type of an item's value in the first list
   */
  Optional<Says> read(ExecutableElement method, String display, TypeRef first) {
    AnnotationMirror batch = Annotations.find(method, Annotations.BATCH);
    if (batch == null) {
      throw new IllegalArgumentException(display + " has no @Batch");
    }
    Problems found = new Problems();
    AnnotationValue invariant = Annotations.value(batch, "invariant");
    Says says =
        new Says(
            weighing(method, batch, display, first, found),
            invariant == null || Boolean.TRUE.equals(invariant.getValue()),
            tolerance(method, batch, display, found));
    problems.addAll(found);
    return found.isEmpty() ? Optional.of(says) : Optional.empty();
  }

  private Optional<Twin.Weighing> weighing(
      ExecutableElement method,
      AnnotationMirror batch,
      String display,
      TypeRef first,
      Problems found) {
    AnnotationValue limit = Annotations.value(batch, "maxWeight");
    long maxWeight = limit == null ? 0 : (Long) limit.getValue();
    if (maxWeight < 0) {
      found.add(
          Message.TWIN_WEIGHT,
          signatures.origin(method, batch, limit, display),
          display,
          maxWeight);
    }
    AnnotationValue value = Annotations.value(batch, "weigher");
    if (value == null || WeigherRule.isNone(value)) {
      return maxWeight > 0
          ? Optional.of(new Twin.Weighing(maxWeight, Optional.empty()))
          : Optional.empty();
    }
    Optional<TypeElement> weigher = Annotations.type(value);
    String name =
        weigher
            .map(type -> TypeReader.classRef(type).nestedName())
            .orElseGet(() -> String.valueOf(value.getValue()));
    @Nullable String fault =
        weigher.isEmpty()
            ? "it is no class"
            : maxWeight == 0
                ? "there is no maxWeight for it"
                : weighers.fault(weigher.get(), first.nonNull().boxed());
    if (fault != null) {
      found.add(
          Message.TWIN_WEIGHER,
          signatures.origin(method, batch, value, display),
          display,
          name,
          fault);
    }
    return weigher.map(
        type -> new Twin.Weighing(maxWeight, Optional.of(TypeReader.classRef(type))));
  }

  private Twin.Tolerance tolerance(
      ExecutableElement method, AnnotationMirror batch, String display, Problems found) {
    AnnotationValue value = Annotations.value(batch, "tolerance");
    if (value == null) {
      return new Twin.Tolerance(0, 0);
    }
    AnnotationMirror written = (AnnotationMirror) value.getValue();
    AnnotationValue ulps = Annotations.value(written, "ulps");
    AnnotationValue cosine = Annotations.value(written, "cosine");
    Twin.Tolerance tolerance =
        new Twin.Tolerance(
            ulps == null ? 0 : (Integer) ulps.getValue(),
            cosine == null ? 0 : (Double) cosine.getValue());
    String fault =
        tolerance.ulps() != 0 && tolerance.cosine() != 0
            ? "set either ulps or cosine"
            : tolerance.ulps() < 0 || tolerance.ulps() > MOST_ULPS
                ? "ulps = " + tolerance.ulps() + " must be from 0 to " + MOST_ULPS
                : !(tolerance.cosine() >= 0 && tolerance.cosine() <= 1)
                    ? "cosine = " + tolerance.cosine() + " must be above 0, and at most 1"
                    : "";
    if (!fault.isEmpty()) {
      found.add(
          Message.TWIN_TOLERANCE, signatures.origin(method, batch, value, display), display, fault);
    }
    return tolerance;
  }
}
