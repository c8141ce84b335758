package dev.millrace.benchmarks.waiting;

import dev.millrace.benchmarks.Pekko;
import io.reactivex.rxjava3.core.Flowable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody asks all questions, keeps so many in flight, and has the answers in order. */
public final class Askers implements AutoCloseable {
  /** How many questions may be in flight: what a node has by default. */
  public static final int WINDOW = 256;

  private final Service service;
  private final Waiting_QuestionsPipeline pipeline = Waiting_QuestionsPipeline.builder().build();
  private final Pekko pekko = new Pekko();

  public Askers(Service service) {
    this.service = service;
  }

  /** One of them. */
  @FunctionalInterface
  public interface Asker {
    /** Returns the answers. */
    List<Long> answers(List<Long> questions) throws Exception;
  }

  /** Returns all by name. */
  public Map<String, Asker> all() {
    Map<String, Asker> all = new LinkedHashMap<>();
    all.put("millrace", this::millrace);
    all.put("hand", this::hand);
    all.put("reactor", this::reactor);
    all.put("rxJava", this::rxJava);
    all.put("pekko", this::pekko);
    return all;
  }

  private List<Long> millrace(List<Long> questions) {
    return pipeline.answers(
        Waiting_QuestionsPipeline.inputs().questions(questions).service(service));
  }

  /** Futures and a semaphore. */
  private List<Long> hand(List<Long> questions) throws InterruptedException {
    Semaphore permits = new Semaphore(WINDOW);
    List<CompletableFuture<Long>> answers = new ArrayList<>(questions.size());
    for (long question : questions) {
      permits.acquire();
      answers.add(service.ask(question).whenComplete((answer, failure) -> permits.release()));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private List<Long> reactor(List<Long> questions) {
    List<Long> answers =
        Flux.fromIterable(questions)
            .flatMapSequential(question -> Mono.fromFuture(() -> service.ask(question)), WINDOW)
            .collectList()
            .block();
    return answers == null ? List.of() : answers;
  }

  private List<Long> rxJava(List<Long> questions) {
    return Flowable.fromIterable(questions)
        .concatMapEager(question -> Flowable.fromCompletionStage(service.ask(question)), WINDOW, 1)
        .toList()
        .blockingGet();
  }

  private List<Long> pekko(List<Long> questions) {
    return Pekko.await(
        Source.from(questions).mapAsync(WINDOW, service::ask).runWith(Sink.seq(), pekko.system()));
  }

  @Override
  public void close() {
    pipeline.close();
    pekko.close();
  }
}
