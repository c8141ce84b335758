package dev.millrace.runtime;

/** Says that a text which was to be a {@link Signature} is none. */
public final class SignatureFormatException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String text;

  SignatureFormatException(String text) {
    super(
        "\""
            + text
            + "\" is no signature; expected 32 hexadecimal digits, as Signature.toString() writes"
            + " them");
    this.text = text;
  }

  /** Returns the text. */
  public String text() {
    return text;
  }
}
