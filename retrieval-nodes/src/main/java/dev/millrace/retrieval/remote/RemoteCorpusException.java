package dev.millrace.retrieval.remote;

import java.io.IOException;
import java.net.URI;

/** A collection cannot be had from where it is said to be: says from where, why, and what to do. */
public abstract sealed class RemoteCorpusException extends IOException
    permits BusyException, StatusException, TooLargeException {
  private static final long serialVersionUID = 1L;

  private final URI uri;

  RemoteCorpusException(URI uri, String problem) {
    super(shown(uri) + ": " + problem);
    this.uri = uri;
  }

  /** Returns the address that was asked. It may hold secrets, which the message leaves out. */
  public final URI uri() {
    return uri;
  }

  /** Returns an address without what may be secret in it: who asks, and with which parameters. */
  static String shown(URI uri) {
    int port = uri.getPort();
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + (port < 0 ? "" : ":" + port)
        + uri.getRawPath()
        + (uri.getRawQuery() == null ? "" : "?…");
  }
}
