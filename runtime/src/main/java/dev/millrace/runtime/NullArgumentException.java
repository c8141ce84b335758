package dev.millrace.runtime;

/** Says that a resource's handle was given {@code null} where its class takes none. */
public final class NullArgumentException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for a parameter of a class's constructor. */
  public NullArgumentException(String type, String parameter) {
    super(
        "the handle of "
            + type
            + " was given null for \""
            + parameter
            + "\"; give a value, or annotate the parameter with @Nullable where null is one");
  }
}
