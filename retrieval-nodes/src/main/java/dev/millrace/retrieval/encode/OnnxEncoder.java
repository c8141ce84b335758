package dev.millrace.retrieval.encode;

import dev.millrace.Stateful;
import dev.millrace.retrieval.encode.EncoderException.Fault;
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
 * Encodes on the CPU with ONNX Runtime. A float32 model gives each text the same bits alone and in
 * any batch.
 *
 * <p>Texts are tokenized, sorted by length and run in batches of few tokens: on a CPU a batch pays
 * for less overhead per call, a large one for padding and for leaving the cache. The network writes
 * into {@link dev.millrace.runtime.Slab slabs} of about 32 MiB that the returned embeddings share;
 * {@link dev.millrace.runtime.Embedding#copy} detaches one.
 *
 * <p>{@link #close} may be called at any time: calls under way end as if it had not been called,
 * and the model is freed when the last one has.
 */
@Stateful
public final class OnnxEncoder implements Encoder, AutoCloseable {
  private static final long SLAB_BYTES = 32L << 20;
  private static final long IDLE_SECONDS = 5;

  private final String id;
  private final EncoderModel model;
  private final Tokenizer tokenizer;
  private final OnnxNetwork network;
  private final int maxTokens;
  private final int batchTokens;
  private final int windowTokens;
  private final int helpers;
  private final ThreadPoolExecutor crew;
  private final Queue<Window> windows = new ConcurrentLinkedQueue<>();
  private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();

  /**
   * Opens an encoder with this model and the defaults of {@link Builder}. A pipeline that is given
   * an {@code OnnxEncoderResource} does so on first use.
   *
   * @throws EncoderException if a file is missing, changed or of another kind; it says which
   */
  public OnnxEncoder(EncoderModel model) {
    this(builder(model));
  }

  private OnnxEncoder(Builder builder) {
    model = builder.model;
    maxTokens = builder.maxTokens;
    batchTokens = builder.batchTokens;
    helpers = builder.workers - 1;
    ByteBuffer json = model.tokenizer().read();
    byte[] bytes = new byte[json.remaining()];
    json.get(bytes);
    tokenizer = builder.tokenizer.apply(bytes);
    network = new OnnxNetwork(model.network(), maxTokens);
    windowTokens = (int) Math.max(1, SLAB_BYTES / Float.BYTES / network.dim());
    id = id(model, tokenizer, maxTokens);
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

  private static String id(EncoderModel model, Tokenizer tokenizer, int maxTokens) {
    String name =
        model.name()
            + "@"
            + model.network().sha256().substring(0, 16)
            + "+"
            + model.tokenizer().sha256().substring(0, 16)
            + "/"
            + tokenizer.id()
            + "/"
            + maxTokens;
    boolean plain = model.queryPrefix().isEmpty() && model.passagePrefix().isEmpty();
    return plain ? name : name + "/" + model.queryPrefix() + "|" + model.passagePrefix();
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

  /** Returns the most tokens of a text that are encoded, the special ones included. */
  public int maxTokens() {
    return maxTokens;
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
        next = window.fill(texts, next, model.prefix(role), tokenizer, maxTokens, windowTokens);
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
    WindowRun run = new WindowRun(network, window, lanes, Math.max(batchTokens, maxTokens));
    try {
      for (int helper = Math.min(helpers, window.batches() - 1); helper > 0; helper--) {
        crew.execute(run);
      }
    } finally {
      // Also where no thread could be had: helpers that came must be done before anything is freed.
      run.run();
      run.join();
    }
    for (int text = 0; text < window.count(); text++) {
      embeddings[window.first() + text] =
          new TextEmbedding(
              run.dense().row(text), run.tokens().rows(window.row(text), window.length(text)));
    }
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
    private int maxTokens = 256;
    private int batchTokens = 256;
    private int workers = Runtime.getRuntime().availableProcessors();
    private Function<byte[], ? extends Tokenizer> tokenizer = WordPieceTokenizer::read;

    private Builder(EncoderModel model) {
      this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * Sets the most tokens of a text that are encoded, the special ones included; what is beyond is
     * cut off. It is 256 unless set: what sentence-transformers gives all-MiniLM-L6-v2.
     */
    public Builder maxTokens(int tokens) {
      maxTokens = between(8, 8192, tokens, "maxTokens");
      return this;
    }

    /**
     * Sets how many tokens, padding included, are run at once. It is 256 unless set, which was best
     * on CPUs; it never changes a bit of what a float32 model returns.
     */
    public Builder batchTokens(int tokens) {
      batchTokens = between(1, 1 << 16, tokens, "batchTokens");
      return this;
    }

    /**
     * Sets how many threads work on one call: the caller and helpers. It is the number of
     * processors unless set.
     */
    public Builder workers(int threads) {
      workers = between(1, 1024, threads, "workers");
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

    private static int between(int least, int most, int value, String name) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            name + " lies in " + least + " to " + most + ", not " + value);
      }
      return value;
    }
  }
}
