package dev.millrace.processor.collect;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.RetryPolicy;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of a node's method say of how it runs. */
final class TraitsReader {
  private static final TypeRef EXCEPTION =
      new TypeRef.Declared(ClassRef.of("java.lang", "Exception"), List.of());

  /** What somebody throws who wants a run to end. */
  private static final Set<String> ENDS =
      Set.of(
          "java.lang.InterruptedException",
          "java.util.concurrent.CancellationException",
          "dev.millrace.runtime.CancelledException");

  private final SignatureReader signatures;
  private final PaceReader paces;
  private final StoredRule stored;
  private final Problems problems;

  TraitsReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.paces = new PaceReader(signatures);
    this.stored = new StoredRule(signatures);
    this.problems = problems;
  }

  /**
   * Returns the traits, or nothing once their problems were reported.
   *
   * @param node its {@code @Node}, if it has one
   * @param delivered what it produces, and how
   * @param returnsStage whether the method returns a stage, be it of one value or of many
   */
  Optional<Traits> read(
      ExecutableElement method,
      @Nullable AnnotationMirror node,
      Delivered delivered,
      boolean returnsStage,
      String display) {
    Problems found = new Problems();
    boolean blocking = node != null && Annotations.flag(node, "blocking");
    if (blocking && delivered.delivery() == Delivery.STAGE) {
      found.add(Message.BLOCKING_STAGE, signatures.origin(method, display), display);
    }
    CachePolicy cache = CachePolicy.of(node == null ? "" : Annotations.constant(node, "cache"));
    AnnotationValue version = node == null ? null : Annotations.value(node, "version");
    Traits traits =
        new Traits(
            delivered.delivery(),
            cache,
            version == null ? 0 : (Integer) version.getValue(),
            Annotations.string(node, "salt"),
            node != null && Annotations.flag(node, "cutOff"),
            stored.read(method, delivered.type(), cache, display, found),
            blocking,
            retry(method, display, found),
            timeout(method, display, found),
            paces.read(method, node, blocking || returnsStage, display, found));
    problems.addAll(found);
    return found.isEmpty() ? Optional.of(traits) : Optional.empty();
  }

  private Optional<RetryPolicy> retry(ExecutableElement method, String display, Problems found) {
    AnnotationMirror retry = Annotations.find(method, Annotations.RETRY);
    if (retry == null) {
      return Optional.empty();
    }
    ElementOrigin origin = signatures.origin(method, retry, null, display);
    AnnotationValue attempts = Annotations.value(retry, "attempts");
    int count = attempts == null ? 3 : (Integer) attempts.getValue();
    if (count < 2) {
      found.add(Message.RETRY_ATTEMPTS, origin, display, count);
    }
    List<TypeRef> on =
        Annotations.value(retry, "on") == null ? List.of(EXCEPTION) : classes(retry, "on");
    List<TypeRef> notOn = classes(retry, "notOn");
    if (on.isEmpty()) {
      found.add(
          Message.RETRY_NEVER,
          origin,
          display,
          "nothing; name what is worth it, or leave \"on\" out");
    }
    for (TypeRef each : on) {
      never(each, notOn)
          .ifPresent(why -> found.add(Message.RETRY_NEVER, origin, display, each + why));
    }
    String backoff = Annotations.string(retry, "backoff");
    long nanos = backoff.isEmpty() ? 0 : duration(backoff, origin, display, found);
    return Optional.of(new RetryPolicy(count, on, notOn, nanos));
  }

  /** Returns why nothing of a class is ever tried again. */
  private Optional<String> never(TypeRef on, List<TypeRef> notOn) {
    if (ENDS.contains(on.qualified())) {
      return Optional.of(", which is never tried again; drop it");
    }
    return notOn.stream()
        .filter(other -> signatures.types().isAssignable(on, other))
        .findFirst()
        .map(other -> ", but not on " + other + ", which includes it; drop one");
  }

  private static List<TypeRef> classes(AnnotationMirror mirror, String attribute) {
    List<TypeRef> classes = new ArrayList<>();
    for (AnnotationValue value : Annotations.values(mirror, attribute)) {
      Annotations.type(value)
          .ifPresent(
              type -> classes.add(new TypeRef.Declared(TypeReader.classRef(type), List.of())));
    }
    return classes;
  }

  private long timeout(ExecutableElement method, String display, Problems found) {
    AnnotationMirror timeout = Annotations.find(method, Annotations.TIMEOUT);
    return timeout == null
        ? 0
        : duration(
            Annotations.string(timeout, "value"),
            signatures.origin(method, timeout, null, display),
            display,
            found);
  }

  private long duration(String text, ElementOrigin origin, String display, Problems found) {
    long nanos = Duration.nanos(text);
    if (nanos == 0) {
      found.add(Message.DURATION, origin, display, text);
    }
    return nanos;
  }
}
