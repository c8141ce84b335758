package dev.millrace.retrieval.encode;

/**
 * What a tokenizer writes to: it gathers the characters of one word, and cuts each finished word
 * into the longest tokens of the vocabulary from the left (WordPiece: Wu et al. 2016, "Google's
 * Neural Machine Translation System", section 4.1). One instance serves one text at a time.
 */
final class Words {
  private final WordPieces pieces;
  private final char[] word;
  private final int[] hashes;
  private final int[] found;

  /** What a normalizer may use while it prepares a stretch of text. */
  final StringBuilder scratch = new StringBuilder();

  private int length;
  private int codePoints;
  private int[] ids = {};
  private int next;
  private int end;

  Words(WordPieces pieces) {
    this.pieces = pieces;
    int most = 2 * pieces.maxCharacters();
    word = new char[most];
    hashes = new int[Math.min(most, pieces.longest()) + 1];
    found = new int[most];
  }

  /** Starts a text: ids go from {@code from} up to {@code end}. */
  void begin(int[] target, int from, int targetEnd) {
    ids = target;
    next = from;
    end = targetEnd;
    length = 0;
    codePoints = 0;
  }

  /** Returns where the next id would go, and lets go of the array. */
  int finish() {
    ids = new int[0];
    return next;
  }

  /** Returns whether no more ids fit: the rest of the text does not matter. */
  boolean full() {
    return next == end;
  }

  /** Takes one normalized character: white space ends a word, punctuation is one. */
  void character(int codePoint) {
    if (CharacterClass.isSpace(codePoint)) {
      endWord();
    } else if (CharacterClass.isPunctuation(codePoint)) {
      single(codePoint);
    } else {
      append(codePoint);
    }
  }

  /** Takes a character that is a word of its own. */
  void single(int codePoint) {
    endWord();
    append(codePoint);
    endWord();
  }

  /** Adds one id as it is. */
  void id(int id) {
    endWord();
    put(id);
  }

  /** Cuts the word gathered so far, if there is one. */
  void endWord() {
    if (codePoints == 0) {
      return;
    }
    int count = codePoints > pieces.maxCharacters() ? 0 : cut();
    if (count == 0) {
      put(pieces.unknown());
    }
    for (int i = 0; i < count; i++) {
      put(found[i]);
    }
    length = 0;
    codePoints = 0;
  }

  private void append(int codePoint) {
    codePoints++;
    if (codePoints <= pieces.maxCharacters()) {
      length += Character.toChars(codePoint, word, length);
    }
  }

  private void put(int id) {
    if (next < end) {
      ids[next++] = id;
    }
  }

  /** Returns the number of tokens found, 0 if some part of the word is no token. */
  private int cut() {
    int count = 0;
    for (int start = 0; start < length; count++) {
      Vocabulary vocabulary = start == 0 ? pieces.starting() : pieces.continuing();
      int stop = start + Math.min(length - start, vocabulary.longest());
      int hash = Vocabulary.empty();
      for (int i = start; i < stop; i++) {
        hash = Vocabulary.extend(hash, word[i]);
        hashes[i - start] = hash;
      }
      int id = -1;
      while (id < 0 && stop > start) {
        id = vocabulary.id(word, start, stop, hashes[stop - start - 1]);
        stop -= id < 0 ? 1 : 0;
      }
      if (id < 0) {
        return 0;
      }
      found[count] = id;
      start = stop;
    }
    return count;
  }
}
