package keys;

import dev.millrace.runtime.NoKeyException;
import dev.millrace.runtime.spi.KeySink;
import dev.millrace.runtime.spi.KeyedHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import keys.Keys.Word;

/** Lists of keys: those in one list are of equal values, those in another are of others. */
final class Scenarios {
  private static final KeySink SINK = new KeySink();

  private Scenarios() {}

  private static String key(Consumer<KeySink> taking) {
    taking.accept(SINK);
    return Long.toHexString(SINK.high()) + "-" + Long.toHexString(SINK.low());
  }

  private static String words(Word... words) {
    return key(sink -> Keys_Keys.words(List.of(words), sink));
  }

  private static Word word(String text, Word... synonyms) {
    return new Word(text, null, List.of(synonyms));
  }

  private static String tagger(String model, int level) {
    return key(sink -> Keys_Keys.tagger(new Keys.Tagger(model, level), sink));
  }

  private static String deep(Map<String, Optional<Set<Word>>> map) {
    return key(sink -> Keys_Keys.deep(map, sink));
  }

  private static String weight(float weight) {
    return key(sink -> Keys_Keys.weight(weight, sink));
  }

  /** Returns the scenarios; what they are called is what peers get wrong, or what seeds ask for. */
  static Map<String, List<List<String>>> all() throws IOException {
    Map<String, List<List<String>>> all = new LinkedHashMap<>();
    all.put(
        "objects nested five deep that differ in the leaf (Hamilton)",
        List.of(
            List.of(words(nested("a")), words(nested("a"))),
            List.of(words(nested("b")))));
    all.put(
        "two classes with equal state (Hamilton)",
        List.of(
            List.of(key(sink -> Keys_Keys.first(word("a"), sink))),
            List.of(
                key(sink -> Keys_Keys.other(new Keys.Other("a", null, List.of()), sink)))));
    all.put(
        "1 and \"1\" in one place (HyperNodes)",
        List.of(
            List.of(key(sink -> Keys_Keys.pair(new Keys.Pair<>("1", 2), sink))),
            List.of(key(sink -> Keys_Keys.swapped(new Keys.Pair<>(1, "2"), sink)))));
    all.put(
        "empty containers, null and the text of it (HyperNodes)",
        List.of(
            List.of(words()),
            List.of(words(word(""))),
            List.of(words(word("null"))),
            List.of(words(new Word("", word(""), List.of()))),
            List.of(words(word("", word(""))))));
    all.put(
        "the order of a list",
        List.of(
            List.of(words(word("a"), word("b"))),
            List.of(words(word("b"), word("a"))),
            List.of(words(word("a", word("b"))))));
    all.put(
        "private attributes that carry weights (HyperNodes): read through accessors",
        List.of(
            List.of(tagger("a", 1), tagger("a", 1)),
            List.of(tagger("b", 1)),
            List.of(tagger("a", 2))));
    all.put(
        "custom key, class name included",
        List.of(
            List.of(
                key(sink -> Keys_Keys.scorer(new Keys.Bm25(1), sink)),
                key(sink -> Keys_Keys.scorer(new Keys.Bm25(1), sink))),
            List.of(key(sink -> Keys_Keys.scorer(new Keys.Cosine(1), sink))),
            List.of(key(sink -> Keys_Keys.scorer(new Keys.Bm25(2), sink)))));
    all.put(
        "custom key, in place of private state",
        List.of(
            List.of(index("one", 1), index("two", 1)),
            List.of(index("one", 2))));
    all.put(
        "stateless singleton, class name alone",
        List.of(
            List.of(
                key(sink -> Keys_Keys.upper(new Keys.Upper(), sink)),
                key(sink -> Keys_Keys.upper(new Keys.Upper(), sink)))));
    all.put(
        "a sealed type's classes",
        List.of(
            List.of(key(sink -> Keys_Keys.setting(new Keys.One<>("a"), sink))),
            List.of(key(sink -> Keys_Keys.setting(new Keys.Many<>(List.of("a")), sink))),
            List.of(key(sink -> Keys_Keys.setting(new Keys.Many<>(List.of()), sink)))));
    all.put(
        "enums, with bodies",
        List.of(
            List.of(key(sink -> Keys_Keys.mode(Keys.Mode.FAST, sink))),
            List.of(key(sink -> Keys_Keys.mode(Keys.Mode.SLOW, sink)))));
    all.put("maps of optional sets", maps());
    all.put(
        "floats",
        List.of(
            List.of(weight(Float.NaN), weight(Float.intBitsToFloat(0x7fc00001))),
            List.of(weight(0f)),
            List.of(weight(-0f))));
    all.put(
        "an element is what it is in a list and by itself",
        List.of(
            List.of(
                key(sink -> Keys_Keys.elementOfWords(word("a"), sink)),
                key(sink -> Keys_Keys.first(word("a"), sink)))));
    all.put("files by content and by name", files());
    all.put(
        "resources by what they are opened with, but for secrets",
        List.of(
            List.of(client("a", Map.of("x", 1), "one"), client("a", Map.of("x", 1), "two")),
            List.of(client("b", Map.of("x", 1), "one")),
            List.of(client("a", Map.of("x", 2), "one"))));
    return all;
  }

  private static String client(String url, Map<String, Integer> limits, String secret) {
    Object handle = Keys_ClientResource.of(url, limits, secret);
    return handle instanceof KeyedHandle keyed
        ? key(sink -> sink.take("client", keyed, KeyedHandle::encode))
        : "it is not keyed";
  }

  private static Word nested(String leaf) {
    return word("1", word("2", word("3", word("4", word("5", word(leaf))))));
  }

  private static String index(String name, int content) {
    Keys.Index index = new Keys.Index(name, new byte[] {(byte) content});
    return index.name().isEmpty() ? "" : key(sink -> Keys_Keys.index(index, sink));
  }

  private static List<List<String>> maps() {
    Set<Word> one = new HashSet<>(List.of(word("a"), word("b")));
    Set<Word> two = new LinkedHashSet<>(List.of(word("b"), word("a")));
    Map<String, Optional<Set<Word>>> ordered = new LinkedHashMap<>();
    ordered.put("y", Optional.empty());
    ordered.put("x", Optional.of(two));
    Map<String, Optional<Set<Word>>> other = new HashMap<>(ordered);
    other.put("y", Optional.of(Set.of()));
    return List.of(
        List.of(deep(Map.of("x", Optional.of(one), "y", Optional.empty())), deep(ordered)),
        List.of(deep(other)),
        List.of(deep(Map.of())));
  }

  private static List<List<String>> files() throws IOException {
    Path folder = Files.createTempDirectory("keys");
    Path one = Files.writeString(folder.resolve("one"), "text");
    Path two = Files.writeString(folder.resolve("two"), "text");
    Path three = Files.writeString(folder.resolve("three"), "other");
    Path name = Path.of("name");
    try {
      return List.of(
          List.of(files(one, name), files(two, name)),
          List.of(files(three, name)),
          List.of(files(one, Path.of("other"))));
    } finally {
      for (Path each : List.of(one, two, three, folder)) {
        Files.delete(each);
      }
    }
  }

  private static String files(Path content, Path name) {
    return key(sink -> Keys_Keys.files(new Keys.Files(content, name), sink));
  }

  /** Says more than its class does. */
  static final class Louder extends Keys.Tagger {
    final int volume;

    Louder(int volume) {
      super("a", 1);
      this.volume = volume;
    }
  }

  /** Returns the beginnings of what is said where there is no key. */
  static List<String> faults() {
    List<Word> round = new ArrayList<>();
    Word last = word("a");
    for (int i = 0; i < 1000; i++) {
      last = new Word("a", last, List.of());
    }
    round.add(word("b"));
    round.add(last);
    return List.of(
        fault(sink -> Keys_Keys.tagger(new Louder(1), sink), ";"),
        fault(sink -> Keys_Keys.words(round, sink), " 500").replaceFirst("(\\.next){3,}…", ".next.next"),
        fault(sink -> Keys_Keys.scorer(() -> "key", sink), " ("));
  }

  private static String fault(Consumer<KeySink> taking, String until) {
    try {
      taking.accept(SINK);
      return "there is a key";
    } catch (NoKeyException fault) {
      String said = String.valueOf(fault.getMessage());
      return said.substring(0, said.indexOf(until));
    }
  }
}
