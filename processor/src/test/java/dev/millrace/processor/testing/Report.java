package dev.millrace.processor.testing;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a compiler said.
 *
 * @param file the file's simple name; empty where the report has no place
 * @param line from 1; -1 where the report has no place
 * @param column from 1, tabs counted as one
 */
public record Report(Kind kind, String text, String file, long line, long column) {

  static Report of(Diagnostic<? extends JavaFileObject> diagnostic) {
    @Nullable JavaFileObject source = diagnostic.getSource();
    String path = source == null ? "" : source.getName();
    return new Report(
        diagnostic.getKind(),
        diagnostic.getMessage(Locale.ROOT),
        path.substring(path.replace('\\', '/').lastIndexOf('/') + 1),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber());
  }

  /** Returns the place, {@code Nodes.java:7:3}. */
  public String place() {
    return file + ":" + line + ":" + column;
  }

  @Override
  public String toString() {
    return kind + " " + place() + " " + text;
  }
}
