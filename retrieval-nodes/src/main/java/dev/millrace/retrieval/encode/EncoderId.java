package dev.millrace.retrieval.encode;

/** An encoder's name: all that changes a bit of a vector is in it, and nothing else. */
record EncoderId(EncoderModel model, String tokenizer, boolean quantizesAsItRuns) {
  String text() {
    EncoderOptions options = model.options();
    StringBuilder id =
        new StringBuilder(model.name())
            .append('@')
            .append(model.network().sha256(), 0, 16)
            .append('+')
            .append(model.tokenizer().sha256(), 0, 16)
            .append('/')
            .append(tokenizer)
            .append('/')
            .append(options.maxTokens());
    if (model.pooling() != Pooling.MEAN) {
      id.append("/cls");
    }
    if (options.vectors() == Vectors.DENSE) {
      id.append("/dense");
    }
    if (options.device() instanceof Device.Cuda cuda) {
      id.append(cuda.tf32() ? "/cuda-tf32" : "/cuda");
    }
    if (options.optimization() != GraphOptimization.ALL) {
      id.append("/optimized-").append(options.optimization());
    }
    if (quantizesAsItRuns && options.budget() instanceof TokenBudget.Fixed fixed) {
      id.append("/batch-").append(fixed.tokens());
    }
    boolean plain = model.queryPrefix().isEmpty() && model.passagePrefix().isEmpty();
    return plain
        ? id.toString()
        : id.append('/')
            .append(model.queryPrefix())
            .append('|')
            .append(model.passagePrefix())
            .toString();
  }
}
