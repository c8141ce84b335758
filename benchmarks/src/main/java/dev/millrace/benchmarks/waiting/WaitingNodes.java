package dev.millrace.benchmarks.waiting;

import dev.millrace.CachePolicy;
import dev.millrace.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionStage;

/** Nodes whose results come later. Nobody caches them. */
@SuppressWarnings("NotCached")
public final class WaitingNodes {
  private WaitingNodes() {}

  @Node(cache = CachePolicy.NEVER)
  public static CompletionStage<Long> answer(long question, Service service) {
    return service.ask(question);
  }

  @Node(cache = CachePolicy.NEVER)
  public static CompletionStage<String> page(URI address, HttpClient client) {
    return client
        .sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }
}
