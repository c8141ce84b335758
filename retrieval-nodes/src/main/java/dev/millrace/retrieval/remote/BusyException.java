package dev.millrace.retrieval.remote;

import java.net.URI;
import java.util.Set;

/**
 * The server cannot answer now: 408, 425, 429, 500, 502, 503 or 504. It is worth another attempt.
 */
public final class BusyException extends RemoteCorpusException {
  private static final long serialVersionUID = 1L;
  private static final Set<Integer> STATUSES = Set.of(408, 425, 429, 500, 502, 503, 504);

  private final int status;

  BusyException(URI uri, int status) {
    super(uri, "the server answered " + status + "; try again later, or ask it less often");
    this.status = status;
  }

  static boolean isBusy(int status) {
    return STATUSES.contains(status);
  }

  /** Returns the status. */
  public int status() {
    return status;
  }
}
