package dev.millrace.processor;

import dev.millrace.processor.collect.ElementOrigin;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Prints problems where they stand; those of class files, on the pipeline that met them. Each is
 * printed once, however many pipelines meet it in however many rounds.
 */
final class ProblemPrinter {
  private final Messager messager;
  private final Set<Problem> printed = new HashSet<>();
  private final Set<String> printedBefore = new HashSet<>();

  ProblemPrinter(Messager messager) {
    this.messager = messager;
  }

  /** Begins a round: the compiler's elements are new ones, so problems are known by their words. */
  void nextRound() {
    printed.forEach(each -> printedBefore.add(words(each)));
    printed.clear();
  }

  /** Prints what is new. */
  void print(Problems problems, Element subject) {
    for (Problem problem : problems.all()) {
      if (!printedBefore.contains(words(problem)) && printed.add(problem)) {
        print(problem, subject);
      }
    }
  }

  private static String words(Problem problem) {
    return problem.origin().describe() + ": " + problem.text();
  }

  private void print(Problem problem, Element subject) {
    ElementOrigin origin = (ElementOrigin) problem.origin();
    if (!origin.isSource()) {
      messager.printMessage(
          Kind.ERROR, problem.text() + " (in " + origin.describe() + ")", subject);
    } else if (origin.annotation() != null && origin.value() != null) {
      messager.printMessage(
          Kind.ERROR, problem.text(), origin.element(), origin.annotation(), origin.value());
    } else if (origin.annotation() != null) {
      messager.printMessage(Kind.ERROR, problem.text(), origin.element(), origin.annotation());
    } else {
      messager.printMessage(Kind.ERROR, problem.text(), origin.element());
    }
  }
}
