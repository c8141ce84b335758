package dev.millrace.benchmarks;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.millrace.retrieval.encode.WordPieceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.RunnerException;

/** Ours beside HuggingFace's tokenizers as DJL calls them, on the same texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenizerBenchmark {
  private List<String> texts = List.of();
  private WordPieceTokenizer ours;
  private HuggingFaceTokenizer theirs;
  private final int[] ids = new int[256];

  @Setup
  public void open() throws IOException {
    texts = Texts.passages();
    byte[] json;
    try (InputStream in =
        Objects.requireNonNull(
            TokenizerBenchmark.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json"))) {
      json = in.readAllBytes();
    }
    ours = WordPieceTokenizer.read(json);
    theirs =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(json),
            Map.of("truncation", "true", "maxLength", "256", "padding", "false"));
  }

  @TearDown
  public void close() {
    theirs.close();
  }

  @Benchmark
  public long ours() {
    long tokens = 0;
    for (String text : texts) {
      tokens += ours.encode(text, ids, 0, ids.length);
    }
    return tokens;
  }

  @Benchmark
  public long theirs() {
    long tokens = 0;
    for (String text : texts) {
      tokens += theirs.encode(text).getIds().length;
    }
    return tokens;
  }

  /** Returns tokens per second of both; the peer is the baseline. */
  static List<Metric> measure(boolean quick) throws RunnerException, IOException {
    Map<String, Jmh.Score> scores = Jmh.scores(TokenizerBenchmark.class, quick);
    TokenizerBenchmark counter = new TokenizerBenchmark();
    counter.open();
    double tokens = counter.ours();
    counter.close();
    return List.of(
        Metric.of("tokenizer", tokens / scores.get("ours").time(), "tokens/us")
            .beside(tokens / scores.get("theirs").time()));
  }
}
