package dev.millrace.retrieval.remote;

import java.net.URI;

/** The server has answered with a status that is not 200, and would do so again. */
public final class StatusException extends RemoteCorpusException {
  private static final long serialVersionUID = 1L;

  private final int status;

  StatusException(URI uri, int status) {
    super(uri, "the server answered " + status + " instead of 200; " + advice(status));
    this.status = status;
  }

  private static String advice(int status) {
    return switch (status) {
      case 401, 403 -> "check who may read it";
      case 404, 410 -> "check the address";
      default -> "open it with another client to see what it says";
    };
  }

  /** Returns the status. */
  public int status() {
    return status;
  }
}
