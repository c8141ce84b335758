package dev.millrace.retrieval.encode;

import java.util.Map;

/**
 * An open-addressing table from character ranges to ids. A range is looked up in place, by a hash
 * that grows with it character by character, so that no key is ever cut out of the text.
 */
final class Vocabulary {
  private static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private final int mask;
  private final int[] ids;
  private final int[] starts;
  private final int[] lengths;
  private final char[] characters;
  private final int longest;

  Vocabulary(Map<String, Integer> tokens) {
    int capacity = Integer.highestOneBit(Math.max(8, tokens.size() * 2)) * 2;
    mask = capacity - 1;
    ids = new int[capacity];
    starts = new int[capacity];
    lengths = new int[capacity];
    StringBuilder all = new StringBuilder();
    int longestToken = 0;
    for (Map.Entry<String, Integer> entry : tokens.entrySet()) {
      String token = entry.getKey();
      int hash = empty();
      for (int i = 0; i < token.length(); i++) {
        hash = extend(hash, token.charAt(i));
      }
      int slot = slot(hash);
      while (lengths[slot] != 0) {
        slot = slot + 1 & mask;
      }
      ids[slot] = entry.getValue();
      starts[slot] = all.length();
      lengths[slot] = token.length();
      longestToken = Math.max(longestToken, token.length());
      all.append(token);
    }
    characters = all.toString().toCharArray();
    longest = longestToken;
  }

  /** Returns the hash of an empty range. */
  static int empty() {
    return SEED;
  }

  /** Returns the hash of a range with one more character. */
  static int extend(int hash, char next) {
    return (hash ^ next) * PRIME;
  }

  /** Returns the length of the longest token, in characters. */
  int longest() {
    return longest;
  }

  /** Returns the id of the characters from {@code from} to {@code to}, -1 if they are no token. */
  int id(char[] word, int from, int to, int hash) {
    int length = to - from;
    for (int slot = slot(hash); lengths[slot] != 0; slot = slot + 1 & mask) {
      if (lengths[slot] == length && matches(word, from, starts[slot], length)) {
        return ids[slot];
      }
    }
    return -1;
  }

  private boolean matches(char[] word, int from, int start, int length) {
    for (int i = 0; i < length; i++) {
      if (word[from + i] != characters[start + i]) {
        return false;
      }
    }
    return true;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }
}
