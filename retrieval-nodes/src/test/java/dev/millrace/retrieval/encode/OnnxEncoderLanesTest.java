package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One encoder, called from several lanes of a stage at once. */
class OnnxEncoderLanesTest {
  private static Path folder;
  private static List<String> texts;
  private static List<TextEmbedding> tokens;
  private static List<TextEmbedding> dense;

  @BeforeContainer
  static void encodeAlone() throws IOException {
    folder = Files.createTempDirectory("lanes");
    Random random = new Random(7);
    texts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      texts.add("a c . b d ".repeat(random.nextInt(20)) + "abcd".charAt(random.nextInt(4)));
    }
    tokens = alone(Vectors.DENSE_AND_TOKENS);
    dense = alone(Vectors.DENSE);
  }

  @AfterContainer
  static void clean() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<TextEmbedding> alone(Vectors vectors) {
    EncoderOptions options = EncoderOptions.DEFAULT.vectors(vectors);
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder).options(options))) {
      return texts.stream().map(text -> encoder.encode(text, Role.QUERY)).toList();
    }
  }

  @Property(tries = 40)
  void everyLaneGetsWhatItWouldGetAlone(
      @ForAll @IntRange(min = 2, max = 4) int lanes,
      @ForAll @IntRange(min = 1, max = 3) int workers,
      @ForAll @IntRange(min = 1, max = 600) int budget,
      @ForAll boolean pooled,
      @ForAll boolean closed,
      @ForAll long seed)
      throws Exception {
    EncoderOptions options =
        EncoderOptions.DEFAULT
            .vectors(pooled ? Vectors.DENSE : Vectors.DENSE_AND_TOKENS)
            .workers(workers)
            .budget(TokenBudget.of(budget));
    List<TextEmbedding> expected = pooled ? dense : tokens;
    CyclicBarrier start = new CyclicBarrier(lanes + 1);
    ExecutorService pool = Executors.newFixedThreadPool(lanes);
    OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder).options(options));
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        Random random = new Random(seed + lane);
        answers.add(pool.submit(lane(encoder, expected, random, start)));
      }
      start.await();
      if (closed) {
        encoder.close();
      }
      for (Future<Integer> answer : answers) {
        assertTrue(closed || answer.get() == 0, "a call was refused");
        answer.get();
      }
    } finally {
      encoder.close();
      pool.shutdownNow();
    }
  }

  /** Encodes slices in random orders, and returns how many calls came too late. */
  private static Callable<Integer> lane(
      OnnxEncoder encoder, List<TextEmbedding> expected, Random random, CyclicBarrier start) {
    return () -> {
      start.await();
      int refused = 0;
      for (int call = 0; call < 6; call++) {
        List<Integer> order = new ArrayList<>();
        for (int count = random.nextInt(60); count >= 0; count--) {
          order.add(random.nextInt(texts.size()));
        }
        Collections.shuffle(order, random);
        try {
          List<TextEmbedding> answer =
              encoder.encodeBatch(order.stream().map(texts::get).toList(), Role.QUERY);
          assertEquals(order.stream().map(expected::get).toList(), answer);
        } catch (EncoderException e) {
          assertSame(Fault.CLOSED, e.fault());
          refused++;
        }
      }
      return refused;
    };
  }

  /**
   * A batch of one text, tokenized without a trace: what is left is the batch's and the handles'.
   */
  @Property(tries = 2)
  void aBatchTakesAtMostTwoKilobytesOfHeap(@ForAll boolean pooled) {
    EncoderOptions options =
        EncoderOptions.DEFAULT
            .vectors(pooled ? Vectors.DENSE : Vectors.DENSE_AND_TOKENS)
            .workers(1)
            .budget(TokenBudget.of(1));
    OnnxEncoder.Builder builder =
        OnnxEncoder.builder(TinyModel.in(folder).options(options))
            .tokenizer(json -> new OneToken());
    try (OnnxEncoder encoder = builder.build()) {
      long few = allocated(encoder, Collections.nCopies(200, "a"));
      long many = allocated(encoder, Collections.nCopies(1_200, "a"));
      long each = (many - few) / 1_000;
      assertTrue(each <= 2_048, each + " bytes a batch");
    }
  }

  private static long allocated(OnnxEncoder encoder, List<String> batch) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      encoder.encodeBatch(batch, Role.QUERY);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static final class OneToken implements Tokenizer {
    @Override
    public String id() {
      return "one";
    }

    @Override
    public int encode(String text, int[] ids, int from, int limit) {
      ids[from] = 5;
      return 1;
    }
  }
}
