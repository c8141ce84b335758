package dev.millrace.retrieval.encode;

/**
 * Cuts a text into the ids that a model was trained on. Implementations are safe for use by many
 * threads and depend on nothing but the text.
 */
public interface Tokenizer {
  /**
   * Returns a name of the way in which it cuts: the same exactly where the same text, with the same
   * tokenizer file, gets the same ids. It is part of the encoder's {@linkplain Encoder#id id}.
   */
  String id();

  /**
   * Writes the ids of one text, its special tokens included, and returns how many there are. A
   * longer text is cut off on the right, so that the special tokens at its end still fit.
   *
   * @param ids where the ids go
   * @param from where in {@code ids} the first one goes
   * @param limit the most ids that are written
   * @throws IllegalArgumentException if {@code limit} leaves no room for the special tokens
   * @throws IndexOutOfBoundsException if {@code limit} ids from {@code from} do not fit
   */
  int encode(String text, int[] ids, int from, int limit);

  /** Returns the number of ids that a text is cut into, if it may have {@code limit}. */
  default int count(String text, int limit) {
    return encode(text, new int[limit], 0, limit);
  }
}
