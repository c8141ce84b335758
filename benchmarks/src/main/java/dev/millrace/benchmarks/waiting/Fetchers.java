package dev.millrace.benchmarks.waiting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A server of this machine which takes its time, and who fetches its pages. */
public final class Fetchers implements AutoCloseable {
  private static final int DELAY_MILLIS = 50;

  private final HttpServer server;
  private final ExecutorService handlers = Executors.newCachedThreadPool();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Waiting_AddressesPipeline pipeline = Waiting_AddressesPipeline.builder().build();

  public Fetchers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    server.createContext(
        "/",
        exchange -> timer.schedule(() -> answer(exchange), DELAY_MILLIS, TimeUnit.MILLISECONDS));
    server.setExecutor(handlers);
    server.start();
  }

  private static void answer(HttpExchange exchange) {
    byte[] page = page(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    } catch (IOException thrown) {
      throw new UncheckedIOException(thrown);
    }
  }

  private static String page(String path) {
    return "the page at " + path;
  }

  /** Returns addresses of so many pages. */
  public List<URI> addresses(int count) {
    String host =
        server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    return IntStream.range(0, count)
        .mapToObj(number -> URI.create("http://" + host + "/" + number))
        .toList();
  }

  /** Returns what is right. */
  public List<String> pages(List<URI> addresses) {
    return addresses.stream().map(address -> page(address.getPath())).toList();
  }

  public List<String> oneByOne(List<URI> addresses) throws IOException, InterruptedException {
    List<String> pages = new ArrayList<>();
    for (URI address : addresses) {
      pages.add(client.send(request(address), BodyHandlers.ofString()).body());
    }
    return pages;
  }

  /** All at once, and then waits for each. */
  public List<String> hand(List<URI> addresses) {
    List<CompletableFuture<String>> pages =
        addresses.stream()
            .map(
                address ->
                    client
                        .sendAsync(request(address), BodyHandlers.ofString())
                        .thenApply(HttpResponse::body))
            .toList();
    return pages.stream().map(CompletableFuture::join).toList();
  }

  public List<String> millrace(List<URI> addresses) {
    return pipeline.pages(Waiting_AddressesPipeline.inputs().addresses(addresses).client(client));
  }

  private static HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address).build();
  }

  @Override
  public void close() {
    pipeline.close();
    server.stop(0);
    handlers.shutdownNow();
    timer.shutdownNow();
  }
}
