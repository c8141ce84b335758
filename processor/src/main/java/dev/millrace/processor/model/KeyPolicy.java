package dev.millrace.processor.model;

import java.util.Arrays;

/** Says what an argument is in keys; the constants are those of the annotation's enum. */
public enum KeyPolicy {
  AUTO,
  IDENTITY,
  IGNORE;

  /**
   * Returns the policy of that name; {@code AUTO} where none is named, or one that there is not:
   * the compiler itself says so.
   */
  public static KeyPolicy of(String name) {
    return Arrays.stream(values())
        .filter(policy -> policy.name().equals(name))
        .findFirst()
        .orElse(AUTO);
  }
}
