package dev.millrace.retrieval.encode;

import dev.millrace.CacheKey;
import java.util.Objects;

/**
 * How an encoder runs a model. Equal options and an equal model are one resource of a pipeline.
 *
 * @param device where
 * @param vectors what it returns
 * @param maxTokens the most tokens of a text that are encoded, the special ones included; what is
 *     beyond is cut off. 256 is what sentence-transformers gives all-MiniLM-L6-v2
 * @param budget how many tokens are run at once
 * @param workers how many threads work on one call, the caller included; 0 for one a GPU, or as
 *     many as the processors have room for
 * @param intraOpThreads how many threads ONNX Runtime uses for one batch; they never spin
 * @param optimization how far the network is rewritten before it runs
 * @param warmUp whether opening runs batches of the usual shapes, so that the first call need not
 */
public record EncoderOptions(
    Device device,
    Vectors vectors,
    int maxTokens,
    TokenBudget budget,
    int workers,
    int intraOpThreads,
    GraphOptimization optimization,
    boolean warmUp) {
  /** On the CPU, with all vectors, texts of 256 tokens, and one batch a processor. */
  public static final EncoderOptions DEFAULT =
      new EncoderOptions(
          Device.cpu(),
          Vectors.DENSE_AND_TOKENS,
          256,
          TokenBudget.ofDevice(),
          0,
          1,
          GraphOptimization.ALL,
          false);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public EncoderOptions {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(vectors, "vectors");
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(optimization, "optimization");
    check(8, 8192, maxTokens, "maxTokens");
    check(0, 1024, workers, "workers");
    check(1, 1024, intraOpThreads, "intraOpThreads");
  }

  /** Returns the defaults for an NVIDIA GPU, counted from 0: one batch at a time, warmed up. */
  public static EncoderOptions cuda(int ordinal) {
    return DEFAULT.device(Device.cuda(ordinal)).warmUp(true);
  }

  private static void check(int least, int most, int value, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " lies in " + least + " to " + most + ", not " + value);
    }
  }

  /** Returns these options on another device. */
  public EncoderOptions device(Device other) {
    return new EncoderOptions(
        other, vectors, maxTokens, budget, workers, intraOpThreads, optimization, warmUp);
  }

  /** Returns these options with other vectors. */
  public EncoderOptions vectors(Vectors other) {
    return new EncoderOptions(
        device, other, maxTokens, budget, workers, intraOpThreads, optimization, warmUp);
  }

  /** Returns these options with another greatest number of tokens a text. */
  public EncoderOptions maxTokens(int tokens) {
    return new EncoderOptions(
        device, vectors, tokens, budget, workers, intraOpThreads, optimization, warmUp);
  }

  /** Returns these options with another budget. */
  public EncoderOptions budget(TokenBudget other) {
    return new EncoderOptions(
        device, vectors, maxTokens, other, workers, intraOpThreads, optimization, warmUp);
  }

  /** Returns these options with another number of threads a call; 0 for the device's own. */
  public EncoderOptions workers(int threads) {
    return new EncoderOptions(
        device, vectors, maxTokens, budget, threads, intraOpThreads, optimization, warmUp);
  }

  /** Returns these options with another number of ONNX Runtime's threads a batch. */
  public EncoderOptions intraOpThreads(int threads) {
    return new EncoderOptions(
        device, vectors, maxTokens, budget, workers, threads, optimization, warmUp);
  }

  /** Returns these options with another optimization. */
  public EncoderOptions optimization(GraphOptimization other) {
    return new EncoderOptions(
        device, vectors, maxTokens, budget, workers, intraOpThreads, other, warmUp);
  }

  /** Returns these options with a warm-up, or without. */
  public EncoderOptions warmUp(boolean wanted) {
    return new EncoderOptions(
        device, vectors, maxTokens, budget, workers, intraOpThreads, optimization, wanted);
  }

  /** Returns what of these changes a bit of a vector: how many threads there are does not. */
  @CacheKey
  String key() {
    String batch =
        budget instanceof TokenBudget.Fixed fixed ? fixed.tokens() + " tokens" : "any batch";
    String where =
        device instanceof Device.Cuda cuda
            ? "cuda" + (cuda.tf32() ? ", tf32" : "") + (cuda.cpuNodes() ? ", cpu nodes" : "")
            : "cpu";
    return String.join("/", where, vectors.name(), maxTokens + "", batch, optimization.name());
  }

  /** Returns how many threads work on one call. */
  int threads() {
    if (workers > 0) {
      return workers;
    }
    return device instanceof Device.Cuda
        ? 1
        : Math.max(1, Runtime.getRuntime().availableProcessors() / intraOpThreads);
  }
}
