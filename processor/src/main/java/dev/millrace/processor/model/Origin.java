package dev.millrace.processor.model;

/** Where in the source something was declared: the place that a message points to. */
public interface Origin {

  /** Returns whether the place is in a source file of this build, so that it can be pointed to. */
  boolean isSource();

  /** Returns the place in words, for where it cannot be pointed to. */
  String describe();
}
