package streams;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Streams that nodes return, and streams that they read. */
@Pipeline(Rivers.Letters.class)
interface Rivers {
  List<String> RAN = new ArrayList<>();

  final class Letters {
    private Letters() {}

    @Node
    static Stream<Character> letters(String word) {
      return word.chars().mapToObj(c -> (char) c).onClose(() -> RAN.add("closed " + word));
    }

    @Node
    static String spelt(Stream<Character> letters) {
      return letters.map(String::valueOf).collect(Collectors.joining("-"));
    }
  }

  @Node
  static Stream<String> words(String text) {
    RAN.add("words");
    return Stream.of(text.split(" ")).onClose(() -> RAN.add("closed"));
  }

  @Node
  static String joined(Stream<String> words) {
    return words.collect(Collectors.joining("+"));
  }

  /** A second reader: what was a stream is there to be read again. */
  @Node
  static int count(List<String> words) {
    return words.size();
  }

  @Node
  static long wide(@In("words") Stream<? extends CharSequence> any) {
    return any.mapToInt(CharSequence::length).sum();
  }

  @Node
  static Stream<? extends Map.Entry<String, List<Integer>>> entries(List<String> words) {
    return words.stream().map(word -> Map.entry(word, List.of(word.length())));
  }

  @Node
  static String table(List<? extends Map.Entry<String, List<Integer>>> entries) {
    return entries.toString();
  }

  /** An input read as a stream is given as a list. */
  @Node
  static int total(Stream<Integer> numbers) {
    return numbers.mapToInt(Integer::intValue).sum();
  }

  @Node
  static Stream<@Nullable String> gaps(String text) {
    return Stream.of(text, null);
  }

  @Node
  static String shown(List<@Nullable String> gaps, @In("gaps") Stream<@Nullable String> again) {
    return gaps + "" + again.map(String::valueOf).toList();
  }

  @Node
  static Stream<String> broken(String text) {
    return Stream.of(text, text)
        .onClose(() -> RAN.add("closed"))
        .map(each -> text.equals("null") ? nothing() : each)
        .peek(
            each -> {
              if (text.equals("bad")) {
                throw new IllegalStateException("while it is read");
              }
            });
  }

  @Nested(value = Letters.class, output = "spelt")
  List<String> spellings(@Each("word") Stream<String> words);

  @Nested(value = Letters.class, output = "letters", flatten = true)
  List<Character> alphabet(@Each("word") List<String> words);

  @Nested(value = Letters.class, output = "spelt")
  String spelling(String word);

  /** A node that gives a stream has a twin that gives lists. */
  final class Twinned {
    private Twinned() {}

    @Node
    static Stream<Integer> halves(int number) {
      return Stream.of(number / 2, number - number / 2);
    }

    @Batch
    static List<List<Integer>> halves(List<Integer> numbers) {
      RAN.add("twin " + numbers.size());
      return numbers.stream().map(each -> halves(each).toList()).toList();
    }
  }

  @Nested(value = Twinned.class, output = "halves", flatten = true)
  List<Integer> halved(@Each("number") List<Integer> numbers);

  @SuppressWarnings("all") // what a careless node does
  static <T> T nothing() {
    return null;
  }
}
