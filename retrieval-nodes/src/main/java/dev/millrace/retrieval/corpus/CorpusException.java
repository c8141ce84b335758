package dev.millrace.retrieval.corpus;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of a collection cannot be used: says which, on which line, why, and what to do. */
public final class CorpusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;

  CorpusException(Path file, long line, String problem, @Nullable Throwable cause) {
    super(file + (line > 0 ? ", line " + line : "") + ": " + problem, cause);
    this.file = file.toString();
    this.line = line;
  }

  /** Returns the file as it was asked for. */
  public String file() {
    return file;
  }

  /** Returns the line, from 1, or 0 where the whole file is meant. */
  public long line() {
    return line;
  }
}
