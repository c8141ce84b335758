package dev.millrace.processor;

import dev.millrace.processor.collect.ElementOrigin;
import dev.millrace.processor.report.Problem;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Prints problems where they stand; those of class files, on the pipeline that met them. */
final class ProblemPrinter {
  private final Messager messager;

  ProblemPrinter(Messager messager) {
    this.messager = messager;
  }

  void print(Problem problem, TypeElement subject) {
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
