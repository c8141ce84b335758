package dev.millrace.processor.options;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.picture.PlanFormat;
import java.util.Arrays;
import java.util.List;

/** An option of the processor. */
public enum Option {
  /** Whether pipelines may have a cache, and what cannot be cached is told. */
  CACHE("cache", true),

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
  private final boolean isOnAlready;

  Option(String name) {
    this(name, false);
  }

  /**
   * @param isOnAlready whether it is so where nothing is said
   */
  Option(String name, boolean isOnAlready) {
    this.name = name;
    this.isOnAlready = isOnAlready;
  }

  boolean isOnAlready() {
    return isOnAlready;
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
