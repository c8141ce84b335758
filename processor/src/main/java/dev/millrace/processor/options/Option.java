package dev.millrace.processor.options;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.picture.PlanFormat;
import java.util.Arrays;
import java.util.List;

/** An option of the processor. */
public enum Option {
  /** Whether encoders of keys are generated, and what has none is told. */
  KEYS("keys"),

  /** Which pictures of the plans are written beside the classes. */
  PLAN("plan"),

  /** Whether warnings are errors. */
  STRICT("strict"),

  /** Whether tests of twins are generated. */
  TWIN_TESTS("twinTests"),

  /** Whether a note says what each pipeline became. */
  VERBOSE("verbose");

  /** What every option's key begins with. */
  static final String PREFIX = "millrace.";

  private final String name;

  Option(String name) {
    this.name = name;
  }

  /** Returns the key, {@code millrace.strict}. */
  public String key() {
    return PREFIX + name;
  }

  /** Returns all keys, sorted. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Option::key).toList();
  }

  /** Returns what its value must be, in words. */
  String allowed() {
    return this == PLAN
        ? Arrays.stream(PlanFormat.values())
            .map(Enum::name)
            .collect(joining(", ", "one or more of ", ", with commas between them"))
        : "true or false";
  }
}
