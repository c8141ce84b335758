package optionals;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be missing: inputs, results, elements, and what reads them. */
@Pipeline(Maybe.Inner.class)
interface Maybe {
  List<String> RAN = new ArrayList<>();

  /** A producer of null, and all that may read it. */
  @Node
  static @Nullable String title(String text) {
    RAN.add("title");
    return text.startsWith("#") ? text.substring(1) : null;
  }

  @Node
  static String ofNullable(@Nullable String title) {
    return "nullable " + title;
  }

  @Node
  static String ofOptional(Optional<String> title) {
    return title.toString();
  }

  @Node
  static String ofWider(@In("title") Optional<? extends CharSequence> heading) {
    return heading.map(CharSequence::length).toString();
  }

  /** A producer of an Optional, and all that may read it. */
  @Node
  static Optional<Integer> number(String text) {
    return text.length() > 3 ? Optional.of(text.length()) : Optional.empty();
  }

  @Node
  static String asOptional(Optional<Integer> number) {
    return number.toString();
  }

  @Node
  static String asNullable(@Nullable Integer number) {
    return String.valueOf(number);
  }

  @Node
  static String asNumber(@In("number") @Nullable Number any) {
    return String.valueOf(any);
  }

  /** A producer of what is always there, read as if it might not be. */
  @Node
  static int length(String text) {
    return text.length();
  }

  @Node
  static String always(Optional<Integer> length, @In("length") @Nullable Integer same) {
    return length + " " + same;
  }

  /** Inputs: required where one reader needs it, else left out at will. */
  @Node
  static String required(int base, @In("base") Optional<Integer> maybeBase) {
    return base + " " + maybeBase;
  }

  @Node
  static String optional(Optional<Integer> bonus, @Nullable String note) {
    return bonus + " " + note;
  }

  @Node
  static String generic(Optional<Map<String, List<int[]>>> table) {
    return table.map(Map::keySet).toString();
  }

  final class Inner {
    private Inner() {}

    @Node
    static @Nullable String trimmed(@Nullable String word) {
      return word == null || word.isBlank() ? null : word.trim();
    }

    @Batch
    static List<@Nullable String> trimmed(List<@Nullable String> words) {
      RAN.add("twin " + words.size());
      return words.stream().map(Inner::trimmed).collect(Collectors.toList());
    }

    @Node
    static int size(Optional<String> trimmed, @Nullable String suffix) {
      return trimmed.map(String::length).orElse(-1) + (suffix == null ? 0 : suffix.length());
    }

    @Node
    static Optional<String> upper(Optional<String> trimmed) {
      return trimmed.map(word -> word + "!");
    }

    @Node
    static String shout(@Nullable String upper) {
      return "" + upper;
    }
  }

  @Node
  static List<@Nullable String> pieces(String text) {
    return Arrays.asList(text.isEmpty() ? null : text, null, " x ");
  }

  @Nested(value = Inner.class, output = "size")
  List<Integer> sizes(@Each("word") List<@Nullable String> pieces);

  @Nested(value = Inner.class, output = "trimmed")
  List<@Nullable String> trims(@Each("word") List<@Nullable String> pieces);

  @Nested(value = Inner.class, output = "upper")
  List<Optional<String>> uppers(@Each("word") List<@Nullable String> pieces);

  @Nested(value = Inner.class, output = "shout")
  List<String> shouts(@Each("word") List<@Nullable String> pieces);

  @Nested(value = Inner.class, output = "trimmed")
  @Nullable String trim(@As("word") @Nullable String title);

  @Nested(value = Inner.class, output = "size")
  int sizeOfOne(@As("word") @Nullable String title);

  @Nested(value = Inner.class, output = "size")
  List<Integer> sizesGiven(@Each("trimmed") List<String> cut);

  /** What breaks its word. */
  @Node
  static Optional<String> careless(String text) {
    return none();
  }

  final class Careless {
    private Careless() {}

    @Node
    static String strict(String word) {
      return word.isEmpty() ? none() : word;
    }

    @Node
    static Optional<String> loose(String word) {
      return word.isEmpty() ? none() : Optional.of(word);
    }
  }

  @Nested(value = Careless.class, output = "strict")
  List<String> stricts(@Each("word") List<String> words);

  @Nested(value = Careless.class, output = "loose")
  Optional<String> looseOne(@As("word") String text);

  @SuppressWarnings("all") // what a careless node does
  static <T> T none() {
    return null;
  }
}
