package dev.millrace.processor.report;

/** What a message does to a build. */
public enum Severity {
  /** The build fails. */
  ERROR,

  /** The build goes on, unless it is strict. */
  WARNING
}
