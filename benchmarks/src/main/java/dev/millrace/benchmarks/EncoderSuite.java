package dev.millrace.benchmarks;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.OnnxEncoder;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.retrieval.encode.TextEmbedding;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The encoder beside LangChain4j's: the same model file, the same ONNX Runtime, the same texts, one
 * process, taken in turns. No text is longer than 120 tokens, because LangChain4j cuts texts off at
 * 128 without a word.
 */
final class EncoderSuite implements Suite {
  private static final int LONGEST = 120;

  /** Who encodes, and how. */
  private enum Way {
    ONE_BY_ONE,
    BATCHED,
    PEER_AS_IT_COMES,
    PEER_ON_ONE_THREAD
  }

  @Override
  public String name() {
    return "encoder";
  }

  @Override
  public String about() {
    return "texts into vectors, beside LangChain4j on the same model";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    ExecutorService single = Executors.newSingleThreadExecutor();
    try (OnnxEncoder ours = new OnnxEncoder(EncoderModel.allMiniLmL6V2())) {
      List<String> texts = texts(ours, quick ? 128 : 320);
      List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
      // With no executor of one's own it makes a pool of as many threads as there are processors.
      AllMiniLmL6V2EmbeddingModel peer = new AllMiniLmL6V2EmbeddingModel();
      AllMiniLmL6V2EmbeddingModel peerAlone = new AllMiniLmL6V2EmbeddingModel(single);
      Map<Way, Cost.Work> ways = new EnumMap<>(Way.class);
      ways.put(Way.ONE_BY_ONE, () -> texts.forEach(text -> ours.encode(text, Role.PASSAGE)));
      ways.put(Way.BATCHED, () -> ours.encodeBatch(texts, Role.PASSAGE));
      ways.put(Way.PEER_AS_IT_COMES, () -> peer.embedAll(segments));
      ways.put(Way.PEER_ON_ONE_THREAD, () -> peerAlone.embedAll(segments));
      List<Metric> metrics = new ArrayList<>();
      metrics.addAll(costs(measured(ways, quick ? 3 : 5), tokens(ours, texts), texts.size()));
      metrics.add(agreement(ours.encodeBatch(texts, Role.PASSAGE), peer, segments));
      metrics.add(heapPerBatch());
      metrics.addAll(TokenizerBenchmark.measure(quick));
      return metrics;
    } finally {
      single.shutdownNow();
    }
  }

  /** Passages and queries mixed, so that arrival order is not length order. */
  private static List<String> texts(OnnxEncoder encoder, int most) throws IOException {
    List<String> texts = new ArrayList<>(Texts.passages());
    texts.addAll(Texts.queries());
    texts.removeIf(text -> encoder.tokenizer().count(text, LONGEST + 1) > LONGEST);
    Collections.shuffle(texts, new Random(1));
    return List.copyOf(texts.subList(0, Math.min(most, texts.size())));
  }

  private static long tokens(OnnxEncoder encoder, List<String> texts) {
    return texts.stream().mapToLong(text -> encoder.tokenizer().count(text, 256)).sum();
  }

  private static Map<Way, Cost> measured(Map<Way, Cost.Work> ways, int rounds) throws Exception {
    Map<Way, List<Cost>> all = new EnumMap<>(Way.class);
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<Way, Cost.Work> way : ways.entrySet()) {
        Cost cost = Cost.of(way.getValue());
        if (round >= 0) {
          all.computeIfAbsent(way.getKey(), key -> new ArrayList<>()).add(cost);
        }
      }
    }
    Map<Way, Cost> medians = new EnumMap<>(Way.class);
    all.forEach((way, costs) -> medians.put(way, Cost.median(costs)));
    return medians;
  }

  private static List<Metric> costs(Map<Way, Cost> costs, long tokens, int texts) {
    Cost one = costs.get(Way.ONE_BY_ONE);
    Cost batched = costs.get(Way.BATCHED);
    Cost peer = costs.get(Way.PEER_AS_IT_COMES);
    Cost alone = costs.get(Way.PEER_ON_ONE_THREAD);
    double peerCpu = Math.min(peer.cpuSeconds(), alone.cpuSeconds());
    double peerWall = Math.min(peer.wallSeconds(), alone.wallSeconds());
    return List.of(
        Metric.of("texts", texts, "texts"),
        Metric.of("tokens", tokens, "tokens"),
        Metric.of("ours one by one, CPU", one.cpuSeconds(), "s"),
        Metric.of("ours batched, CPU", batched.cpuSeconds(), "s"),
        Metric.of("LangChain4j embedAll as it comes, CPU", peer.cpuSeconds(), "s"),
        Metric.of("LangChain4j embedAll on one thread, CPU", alone.cpuSeconds(), "s"),
        Metric.of("ours one by one, wall", one.wallSeconds(), "s"),
        Metric.of("ours batched, wall", batched.wallSeconds(), "s").beside(peerWall),
        Metric.of("ours batched, texts by the clock", texts / batched.wallSeconds(), "texts/s")
            .beside(texts / peerWall),
        Metric.of("ours batched, tokens by CPU", tokens / batched.cpuSeconds(), "tokens/CPU-s")
            .beside(tokens / peerCpu),
        Metric.of("batched over one by one, CPU", one.cpuSeconds() / batched.cpuSeconds(), "x"),
        Metric.of(
                "ours batched over LangChain4j as it comes, CPU",
                peer.cpuSeconds() / batched.cpuSeconds(),
                "x")
            .beside(1)
            .atLeast(1.5),
        Metric.of(
                "ours batched over LangChain4j on one thread, CPU",
                alone.cpuSeconds() / batched.cpuSeconds(),
                "x")
            .beside(1));
  }

  private static Metric agreement(
      List<TextEmbedding> ours, AllMiniLmL6V2EmbeddingModel peer, List<TextSegment> segments) {
    var theirs = peer.embedAll(segments).content();
    double least = 1;
    for (int text = 0; text < ours.size(); text++) {
      float[] a = ours.get(text).dense().row(0);
      float[] b = theirs.get(text).vector();
      double product = 0;
      double squares = 0;
      for (int i = 0; i < a.length; i++) {
        product += (double) a[i] * b[i];
        squares += (double) b[i] * b[i];
      }
      least = Math.min(least, product / Math.sqrt(squares));
    }
    return Metric.of("least cosine to LangChain4j's vectors", least, "cosine").atLeast(0.9999);
  }

  /**
   * What a batch costs in heap beside what is handed to the caller. All texts are alike, so that
   * the number of batches is known: as many texts in each as 256 tokens hold.
   */
  private static Metric heapPerBatch() {
    String text = "a text of some twenty tokens, as a query or a short title may well have it";
    try (OnnxEncoder encoder =
        OnnxEncoder.builder(EncoderModel.allMiniLmL6V2()).workers(1).batchTokens(256).build()) {
      int inBatch = 256 / encoder.tokenizer().count(text, 256);
      int batches = 16;
      List<String> texts = Collections.nCopies(batches * inBatch, text);
      long all = Allocation.of(() -> encoder.encodeBatch(texts, Role.PASSAGE));
      Slab slab = Slab.allocate(texts.size(), encoder.dim());
      long handedOver = Allocation.of(() -> handedOver(slab, texts.size()));
      return Metric.of("heap per batch", (double) (all - handedOver) / batches, "bytes")
          .atMost(2048);
    }
  }

  private static List<TextEmbedding> handedOver(Slab slab, int count) {
    TextEmbedding[] embeddings = new TextEmbedding[count];
    for (int i = 0; i < count; i++) {
      Embedding dense = slab.row(i);
      embeddings[i] = new TextEmbedding(dense, slab.rows(i, 1));
    }
    return Collections.unmodifiableList(Arrays.asList(embeddings));
  }
}
