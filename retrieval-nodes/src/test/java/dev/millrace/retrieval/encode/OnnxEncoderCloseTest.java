package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A native session that is freed while it runs takes the process with it: these would not end. */
class OnnxEncoderCloseTest {
  @TempDir Path folder;

  @Test
  void refusesToEncodeOnceClosed() {
    OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder));
    TextEmbedding before = encoder.encode("a b", Role.QUERY);
    TextEmbedding copy = new TextEmbedding(before.dense().copy(), before.tokens().copy());
    encoder.close();
    encoder.close();
    for (List<String> texts : List.of(List.of("a"), List.<String>of())) {
      EncoderException e =
          assertThrows(EncoderException.class, () -> encoder.encodeBatch(texts, Role.QUERY));
      assertEquals(Fault.CLOSED, e.fault());
    }
    assertEquals(4, before.tokens().rows());
    assertEquals(copy, before, "what was returned stays");
    assertEquals(3, before.dense().row(0).length);
  }

  @Test
  void closingWhileOthersEncodeEitherRefusesOrGivesTheWholeAnswer() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      texts.add("a b . c d ".repeat(i % 30));
    }
    EncoderModel model = TinyModel.in(folder);
    List<TextEmbedding> expected;
    try (OnnxEncoder encoder = new OnnxEncoder(model)) {
      expected = encoder.encodeBatch(texts, Role.PASSAGE);
    }
    int threads = 4;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 60; round++) {
        OnnxEncoder encoder =
            OnnxEncoder.builder(model).workers(1 + round % 3).batchTokens(64).build();
        CountDownLatch started = new CountDownLatch(threads);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          answers.add(pool.submit(() -> encodeUntilClosed(encoder, texts, expected, started)));
        }
        started.await();
        encoder.close();
        for (Future<Integer> answer : answers) {
          answer.get();
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int encodeUntilClosed(
      OnnxEncoder encoder,
      List<String> texts,
      List<TextEmbedding> expected,
      CountDownLatch started) {
    for (int calls = 0; ; calls++) {
      try {
        started.countDown();
        assertEquals(expected, encoder.encodeBatch(texts, Role.PASSAGE));
      } catch (EncoderException e) {
        assertEquals(Fault.CLOSED, e.fault());
        return calls;
      }
    }
  }

  @Test
  void anInterruptIsKeptForTheCaller() throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (OnnxEncoder encoder =
        OnnxEncoder.builder(TinyModel.in(folder)).workers(3).batchTokens(8).build()) {
      Future<Boolean> kept =
          pool.submit(
              () -> {
                Thread.currentThread().interrupt();
                List<String> texts = List.of("a", "b c", "d . a", "a b c d", "b", "c");
                assertEquals(6, encoder.encodeBatch(texts, Role.QUERY).size());
                return Thread.interrupted();
              });
      assertEquals(true, kept.get());
    } finally {
      pool.shutdownNow();
    }
  }
}
