package dev.millrace.processor.model;

/** What is said of an argument's place in keys. */
public record Keying(KeyPolicy policy, PathKey paths) {
  /** An argument of which nothing is said. */
  public static final Keying PLAIN = new Keying(KeyPolicy.AUTO, PathKey.UNSAID);
}
