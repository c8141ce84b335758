package dev.millrace.retrieval.remote;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes the bytes of an answer as they come, up to so many; more end it as nothing. */
final class LimitedBody implements BodySubscriber<Optional<InputStream>> {
  private final long maxBytes;
  private final CompletableFuture<Optional<InputStream>> body = new CompletableFuture<>();
  private final List<InputStream> parts = new ArrayList<>();
  private long bytes;
  private Flow.Subscription subscription = NotYet.NOT_YET;

  /** Before there is a subscription. */
  private enum NotYet implements Flow.Subscription {
    NOT_YET;

    @Override
    public void request(long items) {}

    @Override
    public void cancel() {}
  }

  LimitedBody(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<Optional<InputStream>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      bytes += buffer.remaining();
      if (bytes > maxBytes) {
        parts.clear();
        subscription.cancel();
        body.complete(Optional.empty());
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      parts.add(new ByteArrayInputStream(part));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(Optional.of(new SequenceInputStream(Collections.enumeration(parts))));
  }
}
