package dev.millrace.processor.collect;

import dev.millrace.processor.model.Pace;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Reads how many calls of a node there are: {@code maxInFlight} and {@code @RateLimit}. */
final class PaceReader {
  private static final Pattern RATE = Pattern.compile("(\\d{1,6})/([smh])");
  private static final int MOST_CALLS = 100_000;

  private final SignatureReader signatures;

  PaceReader(SignatureReader signatures) {
    this.signatures = signatures;
  }

  /**
   * Returns the pace, having reported what is wrong with it.
   *
   * @param node the method's {@code @Node}, if it has one
   * @param waits whether the node is one that waits
   */
  Pace read(
      ExecutableElement method,
      @Nullable AnnotationMirror node,
      boolean waits,
      String display,
      Problems found) {
    int maxInFlight = maxInFlight(method, node, waits, display, found);
    AnnotationMirror rate = Annotations.find(method, Annotations.RATE_LIMIT);
    if (rate == null) {
      return new Pace(maxInFlight, 0, 0);
    }
    ElementOrigin origin = signatures.origin(method, rate, null, display);
    if (!waits) {
      found.add(Message.NOT_WAITING, origin, display, "@RateLimit");
    }
    String text = Annotations.string(rate, "value");
    Matcher matcher = RATE.matcher(text);
    int calls = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (calls < 1 || calls > MOST_CALLS) {
      found.add(Message.RATE, origin, display, text);
      return Pace.OWN;
    }
    long seconds =
        switch (matcher.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          default -> 3600;
        };
    return new Pace(maxInFlight, calls, seconds * 1_000_000_000L);
  }

  private int maxInFlight(
      ExecutableElement method,
      @Nullable AnnotationMirror node,
      boolean waits,
      String display,
      Problems found) {
    AnnotationValue value = node == null ? null : Annotations.value(node, "maxInFlight");
    if (node == null || value == null) {
      return 0;
    }
    int most = (Integer) value.getValue();
    ElementOrigin origin = signatures.origin(method, node, value, display);
    if (most < 0) {
      found.add(Message.IN_FLIGHT, origin, display, most);
    } else if (most > 0 && !waits) {
      found.add(Message.NOT_WAITING, origin, display, "maxInFlight = " + most);
    }
    return Math.max(0, most);
  }
}
