package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name is the same exactly where the vectors are. */
class EncoderIdTest {
  private static final EncoderOptions OPTIONS = EncoderOptions.DEFAULT;

  @TempDir Path folder;

  private String suffix(EncoderOptions options, boolean quantizes) {
    EncoderModel model = TinyModel.in(folder);
    String plain = new EncoderId(model, "t", false).text();
    String text = new EncoderId(model.options(options), "t", quantizes).text();
    assertEquals(plain, text.substring(0, plain.length()));
    return text.substring(plain.length());
  }

  @Test
  void tellsWhatChangesAVector() {
    assertEquals("/cuda", suffix(EncoderOptions.cuda(0), false));
    assertEquals("/cuda-tf32", suffix(OPTIONS.device(Device.cuda(0).tf32(true)), false));
    assertEquals("/dense/cuda", suffix(EncoderOptions.cuda(0).vectors(Vectors.DENSE), false));
    assertEquals("/optimized-BASIC", suffix(OPTIONS.optimization(GraphOptimization.BASIC), false));
    assertEquals("/batch-64", suffix(OPTIONS.budget(TokenBudget.of(64)), true));
  }

  @Test
  void saysNothingOfWhatDoesNot() {
    EncoderOptions other =
        OPTIONS.budget(TokenBudget.of(64)).workers(3).intraOpThreads(2).warmUp(true);
    assertEquals("", suffix(other, false));
    assertEquals("", suffix(OPTIONS.budget(TokenBudget.calibrated(folder)), true));
    assertEquals("/cuda", suffix(OPTIONS.device(Device.cuda(3).memoryLimit(7)), false));
  }
}
