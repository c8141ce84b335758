package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads how much one call of a twin has, and how long it waits for more. */
final class LimitsReader {
  private final SignatureReader signatures;
  private final WeigherRule weighers;

  LimitsReader(SignatureReader signatures) {
    this.signatures = signatures;
    this.weighers = new WeigherRule(signatures.types());
  }

  /**
   * Returns the limits, having reported what is wrong with them.
   *
   * @param first the type of an item's value in the first list
   * @param lone why the twin shares its batches with nobody; empty where it may
   */
  Twin.Limits read(
      ExecutableElement method,
      AnnotationMirror batch,
      String display,
      TypeRef first,
      String lone,
      Problems found) {
    AnnotationValue items = Annotations.value(batch, "maxItems");
    int maxItems = items == null ? 0 : (Integer) items.getValue();
    if (maxItems < 0) {
      found.add(
          Message.TWIN_ITEMS, signatures.origin(method, batch, items, display), display, maxItems);
    }
    AnnotationValue weight = Annotations.value(batch, "maxWeight");
    long maxWeight = weight == null ? 0 : (Long) weight.getValue();
    if (maxWeight < 0) {
      found.add(
          Message.TWIN_WEIGHT,
          signatures.origin(method, batch, weight, display),
          display,
          maxWeight);
    }
    Optional<ClassRef> weigher = weigher(method, batch, display, first, maxWeight, found);
    Twin.Limits limits = new Twin.Limits(maxItems, maxWeight, weigher, 0);
    AnnotationValue linger = Annotations.value(batch, "linger");
    return linger == null
        ? limits
        : new Twin.Limits(
            maxItems,
            maxWeight,
            weigher,
            linger(
                String.valueOf(linger.getValue()),
                signatures.origin(method, batch, linger, display),
                display,
                limits.count() == 1 ? "a batch of one item has no room for others" : lone,
                found));
  }

  private Optional<ClassRef> weigher(
      ExecutableElement method,
      AnnotationMirror batch,
      String display,
      TypeRef first,
      long maxWeight,
      Problems found) {
    AnnotationValue value = Annotations.value(batch, "weigher");
    if (value == null || WeigherRule.isNone(value)) {
      return Optional.empty();
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
    return weigher.map(TypeReader::classRef);
  }

  private static long linger(
      String text, ElementOrigin origin, String display, String lone, Problems found) {
    if (text.isEmpty()) {
      return 0;
    }
    long nanos = Duration.nanos(text);
    if (nanos == 0) {
      found.add(Message.DURATION, origin, display, text);
    } else if (!lone.isEmpty()) {
      found.add(Message.TWIN_LINGER, origin, display, text, lone);
    }
    return nanos;
  }
}
