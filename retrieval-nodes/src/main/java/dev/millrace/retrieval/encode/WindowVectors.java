package dev.millrace.retrieval.encode;

import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one window's vectors: a row a text, in the order of the batches where the network
 * itself writes them and of the texts otherwise; and a row a token, padding included, if the
 * network gives tokens.
 */
final class WindowVectors {
  private final Slab dense;
  private final @Nullable Slab tokens;

  /** The dense slab's memory: batches write by absolute places, each to its own. */
  private final FloatBuffer denseFloats;

  WindowVectors(Window window, OnnxNetwork network) {
    dense = Slab.allocate(window.count(), network.dim());
    tokens = network.dense() ? null : Slab.allocate(window.rows(), network.dim());
    denseFloats = dense.floats(0, window.count());
  }

  Slab dense() {
    return dense;
  }

  FloatBuffer denseFloats() {
    return denseFloats;
  }

  Slab tokens() {
    if (tokens == null) {
      throw new IllegalStateException("a dense network gives no tokens");
    }
    return tokens;
  }

  /** Returns handles on one text's vectors. */
  TextEmbedding of(Window window, int text) {
    if (tokens == null) {
      return new TextEmbedding(dense.row(window.place(text)), null);
    }
    return new TextEmbedding(dense.row(text), tokens.rows(window.row(text), window.length(text)));
  }
}
