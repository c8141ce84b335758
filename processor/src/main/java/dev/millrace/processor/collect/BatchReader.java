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

/** Reads what {@code @Batch} says of how a twin runs. */
final class BatchReader {
  /** A float has a million of them between 1 and 1.12: who wants more does not want ulps. */
  private static final int MOST_ULPS = 1_000_000;

  private final SignatureReader signatures;
  private final LimitsReader limits;
  private final Problems problems;

  BatchReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.limits = new LimitsReader(signatures);
    this.problems = problems;
  }

  /** What the annotation says. */
  record Says(Twin.Limits limits, boolean invariant, Twin.Tolerance tolerance) {}

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
   * @param isPure whether the node may be run twice for one item
   */
  Optional<Says> read(ExecutableElement method, String display, TypeRef first, boolean isPure) {
    AnnotationMirror batch = Annotations.find(method, Annotations.BATCH);
    if (batch == null) {
      throw new IllegalArgumentException(display + " has no @Batch");
    }
    Problems found = new Problems();
    AnnotationValue value = Annotations.value(batch, "invariant");
    boolean invariant = value == null || Boolean.TRUE.equals(value.getValue());
    Says says =
        new Says(
            limits.read(method, batch, display, first, lone(isPure, invariant), found),
            invariant,
            tolerance(method, batch, display, found));
    problems.addAll(found);
    return found.isEmpty() ? Optional.of(says) : Optional.empty();
  }

  /** Returns why a twin shares its batches with nobody; empty where it may. */
  private static String lone(boolean isPure, boolean invariant) {
    return !isPure
        ? "its node says cache = NEVER, and shares its batches with nobody"
        : !invariant
            ? "its results depend on what else is in the batch, so that it shares its batches with"
                + " nobody"
            : "";
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
