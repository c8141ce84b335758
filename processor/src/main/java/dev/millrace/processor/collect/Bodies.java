package dev.millrace.processor.collect;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/** Reads the bodies of methods, where the compiler shows them. */
interface Bodies {
  /** What is known where the compiler shows no bodies. */
  Bodies HIDDEN = method -> List.of();

  /** Returns what a method's body mentions, in its order. */
  List<Mention> mentions(ExecutableElement method);

  /**
   * Returns the reader for a compiler. Only javac shows bodies, and only where nobody has wrapped
   * its environment, as build tools and IDEs do; its API need not even be there.
   */
  static Bodies of(ProcessingEnvironment environment) {
    try {
      return new JavacBodies(environment);
    } catch (IllegalArgumentException | LinkageError hidden) {
      return HIDDEN;
    }
  }
}
