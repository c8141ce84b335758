package dev.millrace.testing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One error or warning of a compilation.
 *
 * @param code Millrace's stable code, {@code TypeMismatch}; empty where the compiler itself speaks
 * @param message what was said, without the code
 * @param source the source file as a name, {@code a.b.C}; empty where the finding has no place
 * @param line from 1; -1 where the finding has no place
 * @param column from 1; -1 where the finding has no place
 */
public record Finding(String code, String message, String source, long line, long column) {
  private static final Pattern CODE = Pattern.compile("^\\[([A-Z]\\w*)] ");

  static Finding of(Diagnostic<? extends JavaFileObject> diagnostic, String source) {
    String text = diagnostic.getMessage(Locale.ROOT);
    Matcher code = CODE.matcher(text);
    boolean isCoded = code.find();
    return new Finding(
        isCoded ? code.group(1) : "",
        isCoded ? text.substring(code.end()) : text,
        source,
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber());
  }

  /** Returns whether it stands in a source: {@code a.b.C}, or {@code C} where that is enough. */
  boolean isIn(String name) {
    return source.equals(name) || source.endsWith("." + name);
  }

  @Override
  public String toString() {
    String place = source.isEmpty() ? "" : source + ":" + line + ":" + column + ": ";
    return place + (code.isEmpty() ? "" : "[" + code + "] ") + message;
  }
}
