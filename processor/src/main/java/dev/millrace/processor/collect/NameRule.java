package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Refuses names that the generated pipeline could not carry. */
final class NameRule {
  private static final Set<String> RESERVED =
      Set.of(
          "run",
          "stream",
          "serve",
          "close",
          "describe",
          "plan",
          "explain",
          "inputs",
          "given",
          "over",
          "builder",
          "getClass",
          "hashCode",
          "equals",
          "clone",
          "toString",
          "notify",
          "notifyAll",
          "wait",
          "finalize");

  private final Problems problems;

  NameRule(Problems problems) {
    this.problems = problems;
  }

  /** Returns whether the name may be used; reports it where not. */
  boolean check(String name, String what, ElementOrigin origin) {
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      problems.add(Message.NAME_INVALID, origin, name, what);
      return false;
    }
    if (RESERVED.contains(name)) {
      problems.add(Message.NAME_RESERVED, origin, name, name + "Of");
      return false;
    }
    return true;
  }
}
