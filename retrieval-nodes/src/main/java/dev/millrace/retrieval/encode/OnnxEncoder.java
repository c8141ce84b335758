package dev.millrace.retrieval.encode;

import dev.millrace.Stateful;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.runtime.OnDevice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Encodes with ONNX Runtime, on the CPU or on a GPU: {@link EncoderOptions} has the choices. On the
 * CPU a float32 model gives each text the same bits alone and in any batch; on a GPU it does so but
 * for rounding.
 *
 * <p>Texts are tokenized, sorted by length and run in batches of as many tokens as suit the device:
 * on a CPU a batch pays for less overhead per call, a large one for padding and for leaving the
 * cache. Any number of threads may encode at once: they share the network, and each has memory of
 * its own. The network writes into {@link dev.millrace.runtime.Slab slabs} of about 32 MiB that the
 * returned embeddings share; {@link dev.millrace.runtime.Embedding#copy} detaches one.
 *
 * <p>{@link #close} may be called at any time: calls under way end as if it had not been called,
 * and the model is freed when the last one has.
 */
@Stateful
public final class OnnxEncoder implements Encoder, OnDevice, AutoCloseable {
  private static final long SLAB_BYTES = 32L << 20;
  private static final long IDLE_SECONDS = 5;
  private static final int BATCHES_A_WINDOW = 8;

  private final String id;
  private final EncoderModel model;
  private final Tokenizer tokenizer;
  private final OnnxNetwork network;
  private final int batchTokens;
  private final int windowTokens;
  private final int helpers;
  private final ThreadPoolExecutor crew;
  private final Queue<Window> windows = new ConcurrentLinkedQueue<>();
  private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();

  /**
   * Opens an encoder with this model, run as its options say. A pipeline that is given an {@code
   * OnnxEncoderResource} does so on first use.
   *
   * @throws EncoderException if a file is missing, changed or of another kind, or the device cannot
   *     be used; it says which
   */
  public OnnxEncoder(EncoderModel model) {
    this(builder(model));
  }

  private OnnxEncoder(Builder builder) {
    model = builder.model.options(builder.options);
    helpers = builder.options.threads() - 1;
    ByteBuffer json = model.tokenizer().read();
    byte[] bytes = new byte[json.remaining()];
    json.get(bytes);
    tokenizer = builder.tokenizer.apply(bytes);
    network = new OnnxNetwork(model);
    boolean sound = false;
    try {
      batchTokens = new BudgetChoice(model, network).tokens();
      windowTokens = windowTokens();
      id = new EncoderId(model, tokenizer.id(), network.quantizesAsItRuns()).text();
      sound = true;
    } finally {
      if (!sound) {
        network.close();
      }
    }
    crew =
        new ThreadPoolExecutor(
            Math.max(1, helpers),
            Math.max(1, helpers),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            OnnxEncoder::helper);
    crew.allowCoreThreadTimeOut(true);
  }

  /** As many as their slab has room for; without one, enough for the shortest to come together. */
  private int windowTokens() {
    int slab = (int) Math.max(1, SLAB_BYTES / Float.BYTES / network.dim());
    return network.dense() ? Math.max(slab, BATCHES_A_WINDOW * batchTokens) : slab;
  }

  private static Thread helper(Runnable work) {
    Thread thread = new Thread(work, "millrace-encoder");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns a builder of an encoder with this model. */
  public static Builder builder(EncoderModel model) {
    return new Builder(model);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int dim() {
    return network.dim();
  }

  /** Returns the device that its calls are to be limited on: {@code cpu} or {@code cuda:0}. */
  @Override
  public String device() {
    return named(model.options().device());
  }

  static String named(Device device) {
    return device instanceof Device.Cuda cuda ? "cuda:" + cuda.ordinal() : "cpu";
  }

  /** Returns the most tokens of a text that are encoded, the special ones included. */
  public int maxTokens() {
    return model.options().maxTokens();
  }

  /** Returns how many tokens, padding included, are run at once. */
  public int batchTokens() {
    return batchTokens;
  }

  /**
   * Returns whether a text has the same bits alone and in every batch. It has on the CPU, but for
   * models with dynamically quantized activations whose budget was set; on a GPU the order in which
   * numbers are added depends on the shape of a batch.
   */
  public boolean batchInvariant() {
    return model.options().device() instanceof Device.Cpu
        && (!network.quantizesAsItRuns() || batchTokens == 1);
  }

  /** Returns the model's tokenizer. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public TextEmbedding encode(String text, Role role) {
    return encode(new String[] {text}, role)[0];
  }

  @Override
  public List<TextEmbedding> encodeBatch(List<String> texts, Role role) {
    TextEmbedding[] embeddings = encode(texts.toArray(new String[0]), role);
    return Collections.unmodifiableList(Arrays.asList(embeddings));
  }

  private TextEmbedding[] encode(String[] texts, Role role) {
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] == null) {
        throw new EncoderException(
            Fault.NULL_TEXT, "text " + i + " of " + texts.length + " is null; leave it out");
      }
    }
    TextEmbedding[] embeddings = new TextEmbedding[texts.length];
    network.begin();
    try {
      Window pooled = windows.poll();
      Window window = pooled == null ? new Window() : pooled;
      for (int next = 0; next < texts.length; ) {
        next = window.fill(texts, next, model.prefix(role), tokenizer, maxTokens(), windowTokens);
        window.plan(batchTokens);
        encode(window, embeddings);
      }
      windows.add(window);
    } finally {
      if (network.end()) {
        crew.shutdown();
      }
    }
    return embeddings;
  }

  private void encode(Window window, TextEmbedding[] embeddings) {
    WindowVectors vectors = new WindowVectors(window, network);
    WindowRun run = new WindowRun(window, vectors, lanes, this::newLane);
    try {
      for (int helper = Math.min(helpers, window.batches() - 1); helper > 0; helper--) {
        crew.execute(run);
      }
    } finally {
      // Also where no thread could be had: helpers that came must be done before anything is freed.
      run.run();
      run.join();
      dropFromQueue(run);
    }
    for (int text = 0; text < window.count(); text++) {
      embeddings[window.first() + text] = vectors.of(window, text);
    }
  }

  /**
   * Helpers that are busy for other callers would find nothing to do, and keep its slabs until
   * then.
   */
  private void dropFromQueue(WindowRun run) {
    boolean queued = true;
    while (queued) {
      queued = crew.remove(run);
    }
  }

  private Lane newLane() {
    return Lane.of(network, model.pooling(), Math.max(batchTokens, maxTokens()));
  }

  /** Lets no further call begin. Those under way end; what was returned stays. */
  @Override
  public void close() {
    if (network.close()) {
      crew.shutdown();
    }
  }

  @Override
  public String toString() {
    return "OnnxEncoder[" + id + "]";
  }

  /** How an encoder is opened. */
  public static final class Builder {
    private final EncoderModel model;
    private EncoderOptions options;
    private Function<byte[], ? extends Tokenizer> tokenizer = WordPieceTokenizer::read;

    private Builder(EncoderModel model) {
      this.model = Objects.requireNonNull(model, "model");
      options = model.options();
    }

    /** Sets how the model is run; as the model says unless set. */
    public Builder options(EncoderOptions all) {
      options = Objects.requireNonNull(all, "all");
      return this;
    }

    /**
     * Sets the most tokens of a text that are encoded, the special ones included; what is beyond is
     * cut off. It is 256 unless set: what sentence-transformers gives all-MiniLM-L6-v2.
     */
    public Builder maxTokens(int tokens) {
      options = options.maxTokens(tokens);
      return this;
    }

    /**
     * Sets how many tokens, padding included, are run at once. It is the device's own unless set:
     * 256 on a CPU, where it never changes a bit of what a float32 model returns.
     */
    public Builder batchTokens(int tokens) {
      options = options.budget(TokenBudget.of(tokens));
      return this;
    }

    /**
     * Sets how many threads work on one call: the caller and helpers. It is the number of
     * processors unless set.
     */
    public Builder workers(int threads) {
      if (threads < 1) {
        throw new IllegalArgumentException("workers lies in 1 to 1024, not " + threads);
      }
      options = options.workers(threads);
      return this;
    }

    /** Sets what reads the model's tokenizer file; {@link WordPieceTokenizer#read} unless set. */
    public Builder tokenizer(Function<byte[], ? extends Tokenizer> reader) {
      tokenizer = Objects.requireNonNull(reader, "reader");
      return this;
    }

    /**
     * Returns the opened encoder.
     *
     * @throws EncoderException if a file is missing, changed or of another kind; it says which
     */
    public OnnxEncoder build() {
      return new OnnxEncoder(this);
    }
  }
}
