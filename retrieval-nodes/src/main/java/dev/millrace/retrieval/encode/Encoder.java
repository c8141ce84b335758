package dev.millrace.retrieval.encode;

import dev.millrace.Stateful;
import java.util.List;

/**
 * Turns texts into vectors. Encoders are safe for use by many threads, and what they return stays
 * valid when they are closed.
 */
@Stateful
public interface Encoder {
  /** Returns a name that is the same exactly where the same text gets the same vectors. */
  String id();

  /** Returns the width of every vector. */
  int dim();

  /**
   * Returns the embedding of one text.
   *
   * @throws EncoderException if the encoder was closed or the model failed
   */
  TextEmbedding encode(String text, Role role);

  /**
   * Returns the embedding of each text, in the order of the texts: to the bit what {@link #encode}
   * returns for each.
   *
   * @throws EncoderException if a text is null, the encoder was closed or the model failed
   */
  List<TextEmbedding> encodeBatch(List<String> texts, Role role);
}
