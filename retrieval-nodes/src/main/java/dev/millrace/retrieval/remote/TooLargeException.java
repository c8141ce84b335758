package dev.millrace.retrieval.remote;

import java.net.URI;

/** A collection has more bytes than it may. Nothing beyond them was read. */
public final class TooLargeException extends RemoteCorpusException {
  private static final long serialVersionUID = 1L;

  private final long maxBytes;

  TooLargeException(URI uri, long maxBytes) {
    super(
        uri,
        "there are more than "
            + maxBytes
            + " bytes; cut it into several, or let RemoteCorpus take more");
    this.maxBytes = maxBytes;
  }

  /** Returns how many bytes it may have. */
  public long maxBytes() {
    return maxBytes;
  }
}
