package dev.millrace.retrieval.encode;

/** What one thread needs to encode one batch at a time; no two threads use one at once. */
interface Lane {
  /** Returns a new one for this network, for batches of at most so many tokens. */
  static Lane of(OnnxNetwork network, Pooling pooling, int mostTokens) {
    BatchRun run = new BatchRun(network, mostTokens);
    return network.dense() ? new DenseLane(run) : new TokenLane(run, pooling, network.dim());
  }

  /** Encodes one batch of a window into its rows of the window's memory. */
  void encode(Window window, int batch, WindowVectors vectors);
}
