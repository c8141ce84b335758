package dev.millrace.processor;

import dev.millrace.processor.collect.ElementOrigin;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.report.Severity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Prints problems where they stand; those of class files, on the pipeline that met them; those of
 * the command line, nowhere. Each is printed once, however many pipelines meet it in however many
 * rounds.
 */
final class ProblemPrinter {
  private final Messager messager;
  private final boolean strict;
  private final Set<Problem> printed = new HashSet<>();
  private final Set<String> printedBefore = new HashSet<>();

  /**
   * @param strict whether warnings are errors
   */
  ProblemPrinter(Messager messager, boolean strict) {
    this.messager = messager;
    this.strict = strict;
  }

  /** Begins a round: the compiler's elements are new ones, so problems are known by their words. */
  void nextRound() {
    printed.forEach(each -> printedBefore.add(words(each)));
    printed.clear();
  }

  /** Prints what is new. */
  void print(Problems problems, Element subject) {
    problems.all().stream().filter(this::isNew).forEach(each -> print(each, subject));
  }

  /** Prints what has no place in the source. */
  void print(Problems problems) {
    problems.all().stream()
        .filter(this::isNew)
        .forEach(each -> messager.printMessage(kind(each), each.text()));
  }

  private boolean isNew(Problem problem) {
    return !printedBefore.contains(words(problem)) && printed.add(problem);
  }

  private static String words(Problem problem) {
    return problem.origin().describe() + ": " + problem.text();
  }

  private void print(Problem problem, Element subject) {
    ElementOrigin origin = (ElementOrigin) problem.origin();
    Kind kind = kind(problem);
    if (isSuppressed(problem, origin.isSource() ? origin.element() : subject)) {
      return;
    }
    if (!origin.isSource()) {
      messager.printMessage(kind, problem.text() + " (in " + origin.describe() + ")", subject);
    } else if (origin.annotation() != null && origin.value() != null) {
      messager.printMessage(
          kind, problem.text(), origin.element(), origin.annotation(), origin.value());
    } else if (origin.annotation() != null) {
      messager.printMessage(kind, problem.text(), origin.element(), origin.annotation());
    } else {
      messager.printMessage(kind, problem.text(), origin.element());
    }
  }

  private Kind kind(Problem problem) {
    boolean warns = problem.message().severity() == Severity.WARNING && !strict;
    return warns ? Kind.WARNING : Kind.ERROR;
  }

  /** A warning's code in {@code @SuppressWarnings}, there or around it, keeps it quiet. */
  private static boolean isSuppressed(Problem problem, Element place) {
    if (problem.message().severity() != Severity.WARNING) {
      return false;
    }
    for (Element each = place; each != null; each = each.getEnclosingElement()) {
      SuppressWarnings quiet = each.getAnnotation(SuppressWarnings.class);
      if (quiet != null && Arrays.asList(quiet.value()).contains(problem.message().code())) {
        return true;
      }
    }
    return false;
  }
}
