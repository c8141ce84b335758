package dev.millrace.processor.model;

/** What the paths in a type are in keys. */
public enum PathKey {
  /** Nobody said. */
  UNSAID,
  /** The names that they are written as. */
  NAME,
  /** What is in the files. */
  CONTENT
}
