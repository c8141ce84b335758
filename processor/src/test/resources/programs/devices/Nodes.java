package devices;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Node;
import dev.millrace.Retry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Nodes of every form, on one device. */
final class Nodes {
  private Nodes() {}

  private static List<String> all(List<String> texts, Gpu gpu) throws InterruptedException {
    List<String> codes = new ArrayList<>();
    for (String each : texts) {
      codes.add(gpu.code(each));
    }
    return codes;
  }

  @Node
  static String plain(String text, Gpu gpu) throws InterruptedException {
    return gpu.code(text);
  }

  @Node
  static String twin(String text, Gpu gpu) throws InterruptedException {
    return gpu.code(text);
  }

  @Batch(maxItems = 2)
  static List<String> twin(List<String> texts, Gpu gpu) throws InterruptedException {
    return all(texts, gpu);
  }

  @Node(cache = CachePolicy.NEVER)
  static String impure(String text, Gpu gpu) throws InterruptedException {
    return gpu.code(text);
  }

  @Batch
  static List<String> impure(List<String> texts, Gpu gpu) throws InterruptedException {
    return all(texts, gpu);
  }

  /** Its twin fails always: its items run one by one. */
  @Node
  static String isolated(String text, Gpu gpu) throws InterruptedException {
    return gpu.code(text);
  }

  @Batch(invariant = false)
  static List<String> isolated(List<String> texts, Gpu gpu) throws InterruptedException {
    gpu.code("x");
    throw new IllegalStateException("no batch");
  }

  @Batch
  static List<String> adapted(@Each("text") List<String> texts, Gpu gpu)
      throws InterruptedException {
    return all(texts, gpu);
  }

  /** Goes on elsewhere, and is in the device until it is done. */
  @Node
  static CompletionStage<String> later(String text, Gpu gpu) {
    gpu.begin();
    return CompletableFuture.supplyAsync(
        () -> {
          Thread.yield();
          gpu.end();
          return text + "!";
        });
  }

  @Node(blocking = true)
  static String waited(String text, Gpu gpu) throws InterruptedException {
    return gpu.code(text);
  }

  @Node
  @Retry(attempts = 2, on = IOException.class)
  static String tried(String text, Gpu gpu) throws InterruptedException {
    return gpu.code(text);
  }

  @Node
  static String two(String text, Gpu gpu, Chosen chosen) throws InterruptedException {
    return gpu.code(chosen.gpu().code(text));
  }

  @Node
  static String asked(Callable<String> question, Gpu gpu) throws Exception {
    return question.call();
  }

  @Node
  static String chosenOnly(String text, Chosen chosen) throws InterruptedException {
    return chosen.gpu().code(text);
  }
}
