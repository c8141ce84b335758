package dev.millrace.retrieval.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.millrace.retrieval.corpus.CorpusException;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.runtime.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RemoteCorpusTest {
  private static final String TWO =
      """
      {"_id": "b", "title": "Tides", "text": "The moon pulls."}
      {"_id": "a", "text": "שלום"}
      """;
  private static final List<Passage> PASSAGES =
      List.of(new Passage("b", "Tides", "The moon pulls."), new Passage("a", "", "שלום"));

  private final LoadingPipeline pipeline = LoadingPipeline.builder().build();

  @AfterEach
  void close() {
    pipeline.close();
  }

  private static LoadingPipeline.Inputs room(long maxBytes) {
    return LoadingPipeline.given().remoteCorpus(RemoteCorpusResource.of(maxBytes));
  }

  private List<Passage> passages(URI uri) throws Exception {
    return pipeline.passages(room(1000).corpusUri(uri));
  }

  @Test
  void loadsPassagesInTheirOrder() throws Exception {
    try (Server server = Server.of(200, TWO)) {
      assertEquals(PASSAGES, passages(server.uri("/corpus.jsonl")));
      assertEquals(List.of("/corpus.jsonl"), server.asked());
    }
  }

  @Test
  void followsARedirection() throws Exception {
    try (Server server =
        new Server(
            (exchange, number) -> {
              if (number == 1) {
                exchange.getResponseHeaders().add("Location", "/moved");
                exchange.sendResponseHeaders(302, -1);
              } else {
                Server.send(exchange, 200, TWO);
              }
            })) {
      assertEquals(PASSAGES, passages(server.uri("/corpus.jsonl")));
      assertEquals(List.of("/corpus.jsonl", "/moved"), server.asked());
    }
  }

  @Test
  void triesAServerAgainThatIsBusy() throws Exception {
    try (Server server =
        new Server((exchange, number) -> Server.send(exchange, number < 3 ? 503 : 200, TWO))) {
      assertEquals(PASSAGES, passages(server.uri("/")));
      assertEquals(3, server.asked().size());
    }
  }

  @Test
  void triesAConnectionAgainThatBreaks() throws Exception {
    try (Server server =
        new Server(
            (exchange, number) -> {
              if (number == 1) {
                exchange.sendResponseHeaders(200, 500);
                exchange.getResponseBody().write('{');
                throw new IOException("gone");
              }
              Server.send(exchange, 200, TWO);
            })) {
      assertEquals(PASSAGES, passages(server.uri("/")));
      assertEquals(2, server.asked().size());
    }
  }

  @Test
  void saysSoWhereTheServerStaysBusy() {
    try (Server server = Server.of(429, "")) {
      BusyException busy = assertThrows(BusyException.class, () -> passages(server.uri("/c")));
      assertEquals(429, busy.status());
      assertEquals(server.uri("/c"), busy.uri());
      assertEquals(
          server.uri("/c") + ": the server answered 429; try again later, or ask it less often",
          busy.getMessage());
      assertEquals(3, busy.getSuppressed().length);
      assertEquals(4, server.asked().size());
    }
  }

  @Test
  void triesNothingAgainThatWillNotChange() {
    try (Server server = Server.of(404, "nothing here")) {
      StatusException status =
          assertThrows(StatusException.class, () -> passages(server.uri("/corpus?key=secret")));
      assertEquals(404, status.status());
      assertEquals(
          server.uri("/corpus") + "?…: the server answered 404 instead of 200; check the address",
          status.getMessage());
      assertEquals(1, server.asked().size());
    }
  }

  @Test
  void saysWhichLineCannotBeTaken() {
    try (Server server = Server.of(200, TWO + "{\"_id\": \"c\"}\n")) {
      CorpusException line = assertThrows(CorpusException.class, () -> passages(server.uri("/c")));
      assertEquals(3, line.line());
      assertEquals(
          server.uri("/c") + ", line 3: no \"text\"; expected a string, possibly empty",
          line.getMessage());
      assertEquals(1, server.asked().size());
    }
  }

  @Test
  void saysThatThereIsNothing() {
    try (Server server = Server.of(200, "")) {
      assertTrue(
          assertThrows(CorpusException.class, () -> passages(server.uri("/c")))
              .getMessage()
              .endsWith("/c: is empty; expected one passage per line as a JSON object"));
    }
  }

  @Test
  void refusesWhatIsTooLargeBeforeItReadsIt() {
    try (Server server = Server.of(200, "x".repeat(1001))) {
      TooLargeException large =
          assertThrows(TooLargeException.class, () -> passages(server.uri("/c")));
      assertEquals(1000, large.maxBytes());
      assertEquals(
          server.uri("/c")
              + ": there are more than 1000 bytes; cut it into several, or let RemoteCorpus take more",
          large.getMessage());
      assertEquals(1, server.asked().size());
    }
  }

  @Test
  void readsNoMoreThanItMayOfWhatDoesNotSayHowMuchItIs() {
    try (Server server = new Server((exchange, number) -> endless(exchange))) {
      assertThrows(TooLargeException.class, () -> passages(server.uri("/")));
    }
  }

  /** Writes empty lines until nobody listens any more. */
  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (true) {
      exchange.getResponseBody().write('\n');
      exchange.getResponseBody().flush();
    }
  }

  @Test
  void takesWhatIsJustNotTooLarge() throws Exception {
    String text = "{\"_id\": \"1\", \"text\": \"%s\"}".formatted("x".repeat(976));
    try (Server server = Server.of(200, text)) {
      assertEquals(1000, text.length());
      assertEquals(1, passages(server.uri("/")).size());
    }
  }

  @Test
  void refusesAnAddressOfAnotherKind() {
    assertEquals(
        "\"file:///corpus.jsonl\" is no http or https address; CorpusNodes reads files",
        assertThrows(
                IllegalArgumentException.class, () -> passages(URI.create("file:///corpus.jsonl")))
            .getMessage());
  }

  @Test
  void hasRoomForAByteAtLeast() {
    assertEquals(
        "maxBytes = 0; a collection has a byte at least",
        assertThrows(IllegalArgumentException.class, () -> new RemoteCorpus(0)).getMessage());
  }

  @Test
  void cancellingTheStageEndsTheExchange() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    try (RemoteCorpus corpus = new RemoteCorpus(1L << 40);
        Server server =
            new Server(
                (exchange, number) -> {
                  asked.countDown();
                  try {
                    endless(exchange);
                  } finally {
                    gone.countDown();
                  }
                })) {
      CompletableFuture<List<Passage>> stage =
          corpus.loadPassages(server.uri("/")).toCompletableFuture();
      asked.await();
      stage.cancel(true);
      assertTrue(gone.await(30, TimeUnit.SECONDS), "the server was not told");
    }
  }

  @Test
  void manyAreLoadedAtOnce() throws Exception {
    int many = 20;
    CyclicBarrier all = new CyclicBarrier(many);
    try (RemoteCorpus corpus = new RemoteCorpus(1000);
        Server server =
            new Server(
                (exchange, number) -> {
                  all.await(30, TimeUnit.SECONDS);
                  Server.send(exchange, 200, TWO);
                })) {
      List<CompletableFuture<List<Passage>>> stages = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        stages.add(corpus.loadPassages(server.uri("/" + i)).toCompletableFuture());
      }
      for (CompletableFuture<List<Passage>> stage : stages) {
        assertEquals(PASSAGES, stage.get());
      }
    }
  }

  @Test
  void failuresOfSomeHarmNoOthers() throws Exception {
    try (Server server =
        new Server(
            (exchange, number) -> {
              boolean isThere = exchange.getRequestURI().getPath().equals("/there");
              Server.send(exchange, isThere ? 200 : 410, TWO);
            })) {
      List<Outcome<List<Passage>>> shards =
          pipeline.shards(
              room(1000)
                  .corpusUris(
                      List.of(server.uri("/there"), server.uri("/gone"), server.uri("/there"))));
      assertEquals(PASSAGES, ((Outcome.Ok<List<Passage>>) shards.get(2)).value());
      Outcome.Failed<?> failed = assertInstanceOf(Outcome.Failed.class, shards.get(1));
      assertInstanceOf(StatusException.class, failed.cause());
      assertEquals("shards.passages", failed.node());
    }
  }

  @Test
  void failsAsItsStageDoesOutsideAPipeline() throws Exception {
    try (RemoteCorpus corpus = new RemoteCorpus(1000);
        Server server = Server.of(500, "")) {
      ExecutionException failure =
          assertThrows(
              ExecutionException.class,
              () -> corpus.loadPassages(server.uri("/")).toCompletableFuture().get());
      assertInstanceOf(BusyException.class, failure.getCause());
    }
  }
}
