package dev.millrace.processor.collect;

import java.util.List;
import javax.lang.model.element.VariableElement;

/** Something of another declaration that a method's body mentions. */
sealed interface Mention {

  /**
   * A call of a static method, or of a constructor.
   *
   * @param owner the class's canonical name
   * @param method the method's name; {@code new} for a constructor
   * @param arguments the class of each argument where it is plain to see, else empty
   */
  record Call(String owner, String method, List<String> arguments) implements Mention {}

  /** The reading of a field. */
  record Field(VariableElement field) implements Mention {}
}
