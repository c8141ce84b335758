package dev.millrace.retrieval.encode;

/**
 * The tokens of a WordPiece model.
 *
 * @param starting the tokens that may begin a word
 * @param continuing the tokens that may follow in one, without their prefix
 * @param unknown the id of a word that cannot be cut
 * @param maxCharacters the longest word that is tried, in code points
 */
record WordPieces(Vocabulary starting, Vocabulary continuing, int unknown, int maxCharacters) {
  /** Returns the length of the longest token, in characters. */
  int longest() {
    return Math.max(starting.longest(), continuing.longest());
  }
}
