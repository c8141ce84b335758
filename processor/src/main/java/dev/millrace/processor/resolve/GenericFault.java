package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.TypeRef;
import java.util.List;

/** Why the type variables of a call could not be fixed, or not soundly. */
public sealed interface GenericFault {

  /**
   * Nothing that the call reads says what a variable stands for.
   *
   * @param readers the ports whose types name it
   * @param follows whether another fault may be the cause: then it is said only if there is none
   */
  record Unfixed(String variable, List<Port> readers, boolean follows) implements GenericFault {
    public Unfixed {
      readers = List.copyOf(readers);
    }
  }

  /** Two ports say two things. */
  record Conflict(String variable, Port port, TypeRef type, Port otherPort, TypeRef otherType)
      implements GenericFault {}

  /**
   * What a variable stands for is not what it must be.
   *
   * @param generic the method as declared
   * @param bound what it must be, with its variables replaced
   */
  record OutOfBound(String generic, String variable, TypeRef type, TypeRef bound)
      implements GenericFault {}

  /**
   * A wildcard is read where a variable stands for one type.
   *
   * @param advice the part of the port's type that would take it, as it should be written
   */
  record Wildcard(Port port, TypeRef part, TypeRef given, TypeRef advice) implements GenericFault {}

  /** What is read is of the right class, but its arguments are of other classes. */
  record Unfit(Port port, TypeRef given) implements GenericFault {}
}
