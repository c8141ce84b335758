package dev.millrace.cli.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** What is printed for programs: an object on a line. Times are in ISO 8601, in UTC. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double NANOS = 1e6;

  private Json() {}

  /** Returns an object without fields. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Prints an object. */
  static void print(ObjectNode object, PrintWriter out) {
    out.println(object);
    out.flush();
  }

  /** Puts what is known of a result into an object: {@code null} where nothing is. */
  static ObjectNode put(ObjectNode object, Result result) {
    boolean isKnown = result.entry() != null;
    return object
        .put("signature", result.key().toString())
        .put("node", result.node())
        .put("bytes", result.room())
        .put("cost_ms", isKnown ? millis(result.nanos()) : null)
        .put("stored", result.stored().toString())
        .put("used", isKnown ? result.used().toString() : null);
  }

  /** Returns nanoseconds as milliseconds. */
  static double millis(long nanos) {
    return nanos / NANOS;
  }
}
