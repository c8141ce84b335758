package waiting;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Retry;
import dev.millrace.Timeout;
import dev.millrace.runtime.Outcome;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes that complete later, are tried again, or have only so much time. */
@Pipeline
interface Calls {
  List<String> RAN = new ArrayList<>();

  /** What nobody ever releases. */
  CountDownLatch NEVER = new CountDownLatch(1);

  static int attempt(String name) {
    RAN.add(name);
    return (int) RAN.stream().filter(name::equals).count();
  }

  // stages

  @Node
  static CompletionStage<String> answer(String question) {
    return question.isEmpty()
        ? CompletableFuture.failedFuture(new IOException("no question"))
        : CompletableFuture.supplyAsync(() -> "re: " + question);
  }

  @Node
  static String quoted(String answer) {
    return "'" + answer + "'";
  }

  @Node
  static CompletableFuture<Integer> length(String answer) {
    return CompletableFuture.completedFuture(answer.length());
  }

  @Node
  static int doubled(int length) {
    return 2 * length;
  }

  @Node
  static CompletionStage<? extends Number> wild(int length) {
    return CompletableFuture.completedFuture(length);
  }

  @Node
  static String wildShown(Number wild) {
    return "n" + wild;
  }

  @Node
  static CompletionStage<@Nullable String> perhaps(String question) {
    return CompletableFuture.completedFuture(null);
  }

  @Node
  static String perhapsShown(@Nullable String perhaps) {
    return "perhaps " + perhaps;
  }

  @Node
  static CompletionStage<String> nothing(String question) {
    return CompletableFuture.completedFuture(none());
  }

  @Node
  static CompletionStage<String> noStage(String question) {
    return none();
  }

  // attempts

  @Node
  @Retry(attempts = 4, on = IOException.class, notOn = FileNotFoundException.class)
  static String fetched(String url, int failures) throws IOException {
    int attempt = attempt("fetched");
    if (url.equals("gone")) {
      throw new FileNotFoundException("gone " + attempt);
    }
    if (url.equals("bad")) {
      throw new IllegalArgumentException("bad " + attempt);
    }
    if (attempt <= failures) {
      throw new IOException("down " + attempt);
    }
    return url + " at " + attempt;
  }

  @Node
  @Retry
  static long counted(int failures) {
    if (attempt("counted") <= failures) {
      throw new IllegalStateException("not yet");
    }
    return RAN.size();
  }

  @Node
  @Retry(attempts = 2, backoff = "1ms")
  static CompletionStage<Integer> later(int failures) {
    return attempt("later") <= failures
        ? CompletableFuture.failedFuture(new IOException("later " + RAN.size()))
        : CompletableFuture.completedFuture(RAN.size());
  }

  /** It fails while it is read, not where it is made. */
  @Node
  @Retry(attempts = 2)
  static Stream<String> lines(int failures) {
    int attempt = attempt("lines");
    return Stream.of("a", "b")
        .onClose(() -> RAN.add("closed"))
        .peek(
            line -> {
              if (line.equals("b") && attempt <= failures) {
                throw new IllegalStateException("at " + line);
              }
            });
  }

  @Node
  @Retry(attempts = 2)
  static @Nullable String none(int failures) {
    return attempt("none") <= failures ? thrown() : null;
  }

  // time

  @Node(blocking = true)
  @Timeout("1ms")
  static String slow(String question) throws InterruptedException {
    RAN.add("slow");
    NEVER.await();
    return question;
  }

  @Node
  @Timeout("1h")
  static String quick(String question) throws IOException {
    if (question.isEmpty()) {
      throw new IOException("no question");
    }
    return question + "!";
  }

  @Node
  @Timeout("1ms")
  static CompletionStage<String> never(String question) {
    CompletableFuture<String> stage = new CompletableFuture<>();
    stage.whenComplete((result, failure) -> RAN.add("cancelled " + stage.isCancelled()));
    return stage;
  }

  /** It does not even come to return its stage. */
  @Node
  @Timeout("1ms")
  static CompletionStage<String> neverStarted(String question) throws InterruptedException {
    NEVER.await();
    return CompletableFuture.completedFuture(question);
  }

  @Node
  @Timeout("1ms")
  static Stream<String> endless(String question) {
    return Stream.generate(() -> question).onClose(() -> RAN.add("closed")).peek(each -> waitLong());
  }

  @Node
  @Retry(attempts = 3)
  @Timeout("1ms")
  static String stubborn(String question) throws InterruptedException {
    attempt("stubborn");
    NEVER.await();
    return question;
  }

  // for each item

  final class Items {
    private Items() {}

    @Node
    @Retry(attempts = 2, on = IOException.class)
    static int parsed(String item, int base) throws IOException {
      if (attempt(item) < 2) {
        throw new IOException("again " + item);
      }
      if (item.equals("bad")) {
        throw new IOException("bad");
      }
      return base + item.length();
    }

    @Node
    static CompletionStage<Integer> squared(int parsed) {
      return CompletableFuture.supplyAsync(() -> parsed * parsed);
    }

    @Node
    @Timeout("1ms")
    static String stuck(String item) throws InterruptedException {
      NEVER.await();
      return item;
    }
  }

  @Nested(value = Items.class, output = "squared")
  List<Integer> squares(@Each("item") List<String> items);

  @Nested(value = Items.class, output = "parsed")
  List<Outcome<Integer>> outcomes(@Each("item") List<String> items);

  @Nested(value = Items.class, output = "squared")
  int square(String item);

  @Nested(value = Items.class, output = "stuck")
  List<Outcome<String>> stucks(@Each("item") List<String> items);

  // twins

  final class Pairs {
    private Pairs() {}

    @Node
    @Retry(attempts = 2)
    @Timeout("1h")
    static int sized(String word) {
      attempt("one");
      return word.length();
    }

    @Batch
    static List<Integer> sized(List<String> words) {
      if (attempt("twin") < 2) {
        throw new IllegalStateException("the twin is not ready");
      }
      return words.stream().map(String::length).toList();
    }

    @Node(cache = CachePolicy.NEVER, version = 3)
    static int sent(String word) {
      attempt("one");
      return word.length();
    }

    @Batch
    static List<Integer> sent(List<String> words) throws IOException {
      attempt("twin");
      if (words.contains("bad")) {
        throw new IOException("the batch holds bad");
      }
      return words.stream().map(String::length).toList();
    }
  }

  @Nested(value = Pairs.class, output = "sized")
  List<Integer> sizes(@Each("word") List<String> items);

  @Nested(value = Pairs.class, output = "sent")
  List<Integer> sends(@Each("word") List<String> items);

  @Nested(value = Pairs.class, output = "sent")
  List<Outcome<Integer>> sendings(@Each("word") List<String> items);

  private static void waitLong() {
    try {
      NEVER.await(1, TimeUnit.DAYS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private static String thrown() {
    throw new IllegalStateException("thrown");
  }

  @SuppressWarnings("all") // what a careless node does
  private static <T> T none() {
    return null;
  }
}
