package soak;

import dev.millrace.Stateful;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Is there for all. */
@Stateful
final class Service implements AutoCloseable {
  private final Tally tally;
  private volatile boolean closed;

  Service(Tally tally) {
    this.tally = tally;
    tally.opened.incrementAndGet();
    tally.services.incrementAndGet();
  }

  CompletionStage<Integer> ask(int book, Chance chance) {
    tally.require(!closed, "the service is closed under a call");
    return switch (chance.draw("how", book, 3)) {
      case 0 -> CompletableFuture.completedFuture(chance.pass("asked", book, book) + 2);
      case 1 -> {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        try {
          answer.complete(chance.pass("asked", book, book) + 2);
        } catch (Chance.Struck struck) {
          answer.completeExceptionally(struck);
        }
        yield answer;
      }
      default -> CompletableFuture.supplyAsync(() -> chance.pass("asked", book, book) + 2);
    };
  }

  @Override
  public void close() {
    tally.require(!closed, "the service is closed twice");
    closed = true;
    tally.closed.incrementAndGet();
  }
}
