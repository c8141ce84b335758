package dev.millrace.runtime;

/** Says that a value has no key for a cache, and where in it the reason lies. */
public final class NoKeyException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception for a place in a value, {@code a.b[3].c}.
   *
   * @param why what is wrong there, in words that follow "because"
   */
  public NoKeyException(String place, String why) {
    super(
        "\""
            + place
            + "\" has no key for a cache, because "
            + why
            + "; mend that, give its class a @CacheKey method, or leave it out by"
            + " @In(key = KeyPolicy.IGNORE)");
  }

  /** Makes the exception with what it was that failed. */
  public NoKeyException(String place, String why, Throwable cause) {
    this(place, why);
    initCause(cause);
  }
}
