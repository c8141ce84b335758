package dev.millrace.benchmarks.gpu;

import dev.millrace.retrieval.encode.Device;
import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.EncoderOptions;
import dev.millrace.retrieval.encode.OnnxEncoder;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.retrieval.encode.TextEmbedding;
import dev.millrace.retrieval.encode.TokenBudget;
import dev.millrace.retrieval.encode.Tokenizer;
import dev.millrace.retrieval.encode.Vectors;
import dev.millrace.runtime.Slab;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Millrace's rows: one encoder after the other, each closed before the next is opened. */
final class EncoderRows {
  /** How many texts are compared with the CPU's vectors. */
  private static final int COMPARED = 32;

  private final EncoderModel model;
  private final List<String> texts;
  private final Tokenizer tokenizer;
  private final long tokens;
  private final int rounds;
  private final List<TextEmbedding> reference;

  EncoderRows(EncoderModel model, List<String> texts, int rounds) {
    this.model = model;
    this.texts = texts;
    this.rounds = rounds;
    try (OnnxEncoder cpu = new OnnxEncoder(model)) {
      tokenizer = cpu.tokenizer();
      tokens = texts.stream().mapToLong(text -> tokenizer.count(text, 256)).sum();
      reference = cpu.encodeBatch(compared(), Role.PASSAGE);
    }
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  long tokens() {
    return tokens;
  }

  private List<String> compared() {
    return texts.subList(0, Math.min(COMPARED, texts.size()));
  }

  /** Returns a row for each budget with one vector a text, and one with all vectors. */
  List<Row> measure(Device device, List<Integer> budgets) {
    EncoderOptions options =
        device instanceof Device.Cuda cuda
            ? EncoderOptions.cuda(cuda.ordinal()).device(cuda)
            : EncoderOptions.DEFAULT.warmUp(true);
    List<Row> rows = new ArrayList<>();
    for (int budget : budgets) {
      rows.add(row(options.vectors(Vectors.DENSE).budget(TokenBudget.of(budget))));
    }
    rows.add(row(options));
    return rows;
  }

  private Row row(EncoderOptions options) {
    try (OnnxEncoder encoder = new OnnxEncoder(model.options(options))) {
      List<TextEmbedding> embeddings = encoder.encodeBatch(texts, Role.PASSAGE);
      double bytes = (double) bytes(embeddings) / texts.size();
      double cosine = leastCosine(encoder.encodeBatch(compared(), Role.PASSAGE));
      List<Double> seconds = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        encoder.encodeBatch(texts, Role.PASSAGE);
        seconds.add((System.nanoTime() - start) / 1e9);
      }
      Collections.sort(seconds);
      double median = seconds.get(seconds.size() / 2);
      return new Row(
          "Millrace, " + options.device(),
          options.vectors() == Vectors.DENSE ? "dense" : "dense and tokens",
          encoder.batchTokens(),
          texts.size(),
          texts.size() / median,
          tokens / median,
          bytes,
          cosine);
    }
  }

  /** Returns what the network wrote: padding too, and what Java pooled from it not. */
  private static long bytes(List<TextEmbedding> embeddings) {
    Set<Slab> slabs = Collections.newSetFromMap(new IdentityHashMap<>());
    embeddings.forEach(
        each -> slabs.add(each.hasTokens() ? each.tokens().slab() : each.dense().slab()));
    return slabs.stream().mapToLong(slab -> (long) slab.rows() * slab.dim() * Float.BYTES).sum();
  }

  private double leastCosine(List<TextEmbedding> embeddings) {
    double least = 1;
    for (int text = 0; text < embeddings.size(); text++) {
      float[] a = embeddings.get(text).dense().row(0);
      float[] b = reference.get(text).dense().row(0);
      double product = 0;
      for (int i = 0; i < a.length; i++) {
        product += (double) a[i] * b[i];
      }
      least = Math.min(least, product);
    }
    return least;
  }
}
