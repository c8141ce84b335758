package dev.millrace.testing;

import java.util.List;
import java.util.function.Predicate;

/**
 * The errors, or the warnings, of a compilation that fit all that a test has said of them so far.
 * There is at least one; each method says more and fails with an {@link AssertionError} that lists
 * everything the compiler said if none is left.
 */
public final class Findings {
  private final Compilation compilation;
  private final String sought;
  private final List<Finding> matching;

  private Findings(Compilation compilation, String sought, List<Finding> matching) {
    this.compilation = compilation;
    this.sought = sought;
    this.matching = matching;
    if (matching.isEmpty()) {
      throw compilation.failure("there is no " + sought);
    }
  }

  /** Returns those with a code. */
  static Findings coded(Compilation compilation, String kind, List<Finding> all, String code) {
    return new Findings(
        compilation,
        kind + " [" + code + "]",
        all.stream().filter(each -> each.code().equals(code)).toList());
  }

  /** Keeps those in a source: {@code a.b.C}, or {@code C} where that is enough. */
  public Findings in(String source) {
    return narrow(" in " + source, each -> each.isIn(source));
  }

  /** Keeps those at a line, from 1. */
  public Findings atLine(long line) {
    return narrow(" at line " + line, each -> each.line() == line);
  }

  /** Keeps those whose message contains a text. */
  public Findings containing(String text) {
    return narrow(" containing \"" + text + "\"", each -> each.message().contains(text));
  }

  /** Returns those that are left, in the compiler's order. */
  public List<Finding> list() {
    return matching;
  }

  private Findings narrow(String what, Predicate<Finding> fits) {
    return new Findings(compilation, sought + what, matching.stream().filter(fits).toList());
  }
}
