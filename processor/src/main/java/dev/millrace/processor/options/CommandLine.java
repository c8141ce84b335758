package dev.millrace.processor.options;

import dev.millrace.processor.model.Origin;

/** Where options are given: in no source file. */
enum CommandLine implements Origin {
  /** The one that there is. */
  ORIGIN;

  @Override
  public boolean isSource() {
    return false;
  }

  @Override
  public String describe() {
    return "the compiler's options";
  }
}
