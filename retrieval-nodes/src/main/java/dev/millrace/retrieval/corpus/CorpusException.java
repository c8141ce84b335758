package dev.millrace.retrieval.corpus;

import org.jspecify.annotations.Nullable;

/** A file of a collection cannot be used: says which, on which line, why, and what to do. */
public final class CorpusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;

  CorpusException(String file, long line, String problem, @Nullable Throwable cause) {
    super(file + (line > 0 ? ", line " + line : "") + ": " + problem, cause);
    this.file = file;
    this.line = line;
  }

  /** Returns the file as it was asked for, or whatever else was read. */
  public String file() {
    return file;
  }

  /** Returns the line, from 1, or 0 where the whole file is meant. */
  public long line() {
    return line;
  }
}
