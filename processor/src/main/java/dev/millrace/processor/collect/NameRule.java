package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Refuses names that the generated classes could not carry. */
final class NameRule {
  /** What the pipeline's class has, or will have, beside a method for each output. */
  private static final Set<String> PIPELINE =
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
          "builder");

  /** What every class has; an accessor or a wither of that name would clash with it. */
  private static final Set<String> OBJECT =
      Set.of(
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

  /**
   * Returns whether an output may have the name; reports it where not.
   *
   * @param other how it could be named instead
   */
  boolean checkOutput(String name, String other, ElementOrigin origin) {
    if (PIPELINE.contains(name) || OBJECT.contains(name)) {
      problems.add(Message.NAME_RESERVED, origin, name, other);
      return false;
    }
    return checkIdentifier(name, "an output's name", origin);
  }

  /**
   * Returns whether an input may have the name; reports it where not.
   *
   * @param other how it could be named instead
   */
  boolean checkInput(String name, String other, ElementOrigin origin) {
    if (OBJECT.contains(name)) {
      problems.add(Message.NAME_RESERVED, origin, name, other);
      return false;
    }
    return checkIdentifier(name, "an input's name", origin);
  }

  private boolean checkIdentifier(String name, String what, ElementOrigin origin) {
    boolean sound =
        SourceVersion.isIdentifier(name)
            && !SourceVersion.isKeyword(name)
            && name.indexOf('$') < 0; // which the parts of outputs have
    if (!sound) {
      problems.add(Message.NAME_INVALID, origin, name, what);
    }
    return sound;
  }
}
