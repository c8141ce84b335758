package dev.millrace.retrieval.encode;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens, padding included, an encoder runs at once. For a float32 model on the CPU it is
 * a matter of speed alone: no bit of a vector depends on it.
 */
public sealed interface TokenBudget {
  /** Returns the device's own: 256 on a CPU, where large batches are slower, 8192 on a GPU. */
  static OfDevice ofDevice() {
    return new OfDevice();
  }

  /**
   * Returns a budget of so many tokens.
   *
   * @throws IllegalArgumentException if it is not in 1 to 65536
   */
  static Fixed of(int tokens) {
    return new Fixed(tokens);
  }

  /** Returns what is fastest when the encoder opens; it takes some seconds, each time. */
  static Calibrated calibrated() {
    return new Calibrated(null);
  }

  /**
   * Returns what was fastest when an encoder was first opened with the same model, device and
   * options: measured once, and kept in a small file of this folder, which is made where it is
   * missing.
   */
  static Calibrated calibrated(Path folder) {
    return new Calibrated(Objects.requireNonNull(folder, "folder"));
  }

  /**
   * The device's own. Models whose vectors depend on their batch, those with dynamically quantized
   * activations, run one text at a time.
   */
  record OfDevice() implements TokenBudget {}

  /**
   * So many tokens, whatever the model is.
   *
   * @param tokens padding included; a text that is longer runs alone
   */
  record Fixed(int tokens) implements TokenBudget {
    static final int MOST = 1 << 16;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not in 1 to 65536
     */
    public Fixed {
      if (tokens < 1 || tokens > MOST) {
        throw new IllegalArgumentException("batchTokens lies in 1 to " + MOST + ", not " + tokens);
      }
    }
  }

  /**
   * The fastest of a few, measured when the encoder opens. It is the device's own where a model's
   * vectors depend on their batch: what was measured must not change them.
   *
   * @param folder where it is kept, if anywhere
   */
  record Calibrated(@Nullable Path folder) implements TokenBudget {}
}
