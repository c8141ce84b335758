package dev.millrace.processor.model;

import java.util.Arrays;

/** What a node says of keeping its results; the constants are those of the annotation's enum. */
public enum CachePolicy {
  AUTO,
  STORE,
  PASS,
  NEVER;

  /**
   * Returns the policy of that name; {@code AUTO} where none is named, or one that there is not:
   * the compiler itself says so.
   */
  public static CachePolicy of(String name) {
    return Arrays.stream(values())
        .filter(policy -> policy.name().equals(name))
        .findFirst()
        .orElse(AUTO);
  }
}
