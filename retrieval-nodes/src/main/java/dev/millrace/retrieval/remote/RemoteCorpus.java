package dev.millrace.retrieval.remote;

import dev.millrace.CachePolicy;
import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.Stateful;
import dev.millrace.Timeout;
import dev.millrace.retrieval.corpus.CorpusException;
import dev.millrace.retrieval.corpus.CorpusReader;
import dev.millrace.retrieval.corpus.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Collections behind {@code http} and {@code https} addresses, in the layout that {@link
 * CorpusReader} reads. Any number of them are loaded at once, and no thread waits for any.
 *
 * <p>Redirects are followed, though never from {@code https} to {@code http}. A collection is held
 * in memory twice, as bytes and as passages, while it is read.
 */
@Stateful
public final class RemoteCorpus implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final long maxBytes;
  private final HttpClient client;

  /**
   * Makes a client of its own.
   *
   * @param maxBytes how many bytes a collection may have
   * @throws IllegalArgumentException if there is no room for any
   */
  public RemoteCorpus(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException(
          "maxBytes = " + maxBytes + "; a collection has a byte at least");
    }
    this.maxBytes = maxBytes;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Returns the passages at an address, in their order. What may pass is tried four times, over
   * about two seconds: a server that is busy, a connection that breaks or takes too long to make.
   * An attempt has a minute.
   *
   * @param corpusUri where they are: JSON Lines in UTF-8
   * @throws IOException if they cannot be had: a {@link RemoteCorpusException} where the server
   *     said so
   * @throws CorpusException if a line cannot be taken; it says which
   * @throws IllegalArgumentException if the address is none of {@code http} or {@code https}
   */
  @Node(value = "passages", cache = CachePolicy.NEVER)
  @Retry(
      attempts = 4,
      on = IOException.class,
      notOn = {StatusException.class, TooLargeException.class},
      backoff = "250ms")
  @Timeout("1m")
  public CompletionStage<List<Passage>> loadPassages(URI corpusUri) throws IOException {
    HttpRequest request = request(corpusUri);
    CompletableFuture<HttpResponse<Optional<InputStream>>> answer =
        client.sendAsync(request, body());
    CompletableFuture<List<Passage>> passages = new CompletableFuture<>();
    answer.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            passages.completeExceptionally(failure);
            return;
          }
          try {
            passages.complete(passages(corpusUri, response));
          } catch (Throwable unusable) {
            passages.completeExceptionally(unusable);
          }
        });
    // A cancelled future tells nobody: the exchange would go on.
    passages.whenComplete((list, failure) -> answer.cancel(true));
    return passages;
  }

  private static HttpRequest request(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException(
          "\"" + uri + "\" is no http or https address; CorpusNodes reads files");
    }
    return HttpRequest.newBuilder(uri).header("Accept", "application/x-ndjson, */*").build();
  }

  private BodyHandler<Optional<InputStream>> body() {
    return info ->
        info.statusCode() != 200
                || info.headers().firstValueAsLong("Content-Length").orElse(0) > maxBytes
            ? BodySubscribers.replacing(Optional.empty())
            : new LimitedBody(maxBytes);
  }

  private List<Passage> passages(URI uri, HttpResponse<Optional<InputStream>> response)
      throws RemoteCorpusException {
    int status = response.statusCode();
    if (BusyException.isBusy(status)) {
      throw new BusyException(uri, status);
    }
    if (status != 200) {
      throw new StatusException(uri, status);
    }
    InputStream body = response.body().orElse(null);
    if (body == null) {
      throw new TooLargeException(uri, maxBytes);
    }
    return CorpusReader.passages(body, RemoteCorpusException.shown(uri));
  }

  /** Ends the client, where the JVM lets it end: as of JDK 21. Elsewhere the collector does. */
  @Override
  public void close() {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception failure) {
        throw new IllegalStateException("the HTTP client could not be closed", failure);
      }
    }
  }
}
