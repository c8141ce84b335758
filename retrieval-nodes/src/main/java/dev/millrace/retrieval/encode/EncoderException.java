package dev.millrace.retrieval.encode;

import org.jspecify.annotations.Nullable;

/** An encoder could not be opened, or could not encode. {@link #fault} says which kind it was. */
public final class EncoderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds of failure. */
  public enum Fault {
    /** A file or class-path resource of the model is not there. */
    MISSING,
    /** A file of the model could not be read. */
    UNREADABLE,
    /** A file of the model is longer than its cap. */
    TOO_LARGE,
    /** The bytes are not those that were pinned. */
    WRONG_HASH,
    /** The network is not a self-contained ONNX model. */
    UNSAFE_MODEL,
    /** The network does not load, or has inputs or outputs that the encoder does not know. */
    WRONG_MODEL,
    /** The tokenizer file is of a kind that is not supported. */
    WRONG_TOKENIZER,
    /**
     * The device that was asked for cannot be used: a library, a driver or the device is missing.
     */
    NO_DEVICE,
    /** Vectors were asked for that the encoder was opened without. */
    NO_TOKENS,
    /** A text was null. */
    NULL_TEXT,
    /** The encoder was closed. */
    CLOSED,
    /** The model failed on a batch, or returned what is not a number. */
    FAILED
  }

  private final Fault fault;

  /** Makes one without a cause. Public: encoders of other makes keep the same contract. */
  public EncoderException(Fault fault, String message) {
    this(fault, message, null);
  }

  /** Makes one with a cause, if there is any. */
  public EncoderException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** Returns what kind of failure it was. */
  public Fault fault() {
    return fault;
  }
}
