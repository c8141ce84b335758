package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static int id(Vocabulary vocabulary, String before, String token) {
    char[] word = (before + token + "tail").toCharArray();
    int hash = Vocabulary.empty();
    for (char c : token.toCharArray()) {
      hash = Vocabulary.extend(hash, c);
    }
    return vocabulary.id(word, before.length(), before.length() + token.length(), hash);
  }

  @Property(tries = 300)
  void findsWhatAMapFindsWhereverItStands(
      @ForAll @Size(max = 60) Map<@StringLength(min = 1, max = 8) String, Integer> tokens,
      @ForAll @StringLength(max = 5) String before,
      @ForAll @StringLength(min = 1, max = 8) String other) {
    Map<String, Integer> ids = new HashMap<>();
    tokens.keySet().forEach(token -> ids.put(token, ids.size()));
    Vocabulary vocabulary = new Vocabulary(ids);
    ids.forEach((token, id) -> assertEquals(id, id(vocabulary, before, token)));
    assertEquals(ids.getOrDefault(other, -1), id(vocabulary, before, other));
  }

  @Test
  void findsEveryTokenOfALargeVocabulary() {
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      ids.put("w" + i, i);
    }
    Vocabulary vocabulary = new Vocabulary(ids);
    ids.forEach((token, id) -> assertEquals(id, id(vocabulary, "", token)));
    assertEquals(-1, id(vocabulary, "", "w5000"));
    assertEquals(5, vocabulary.longest());
  }

  @Test
  void holdsNothingWhenEmpty() {
    assertEquals(-1, id(new Vocabulary(Map.of()), "", "a"));
    assertEquals(0, new Vocabulary(Map.of()).longest());
  }
}
