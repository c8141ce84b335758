package titles;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Pipeline
interface Titles {
  @Node
  static @Nullable String title(String text) {
    return text.isEmpty() ? null : text;
  }

  @Node
  static Optional<Integer> length(Optional<String> title) {
    return title.map(String::length);
  }

  @Node
  static String shown(@Nullable String title, @Nullable Integer length, Optional<String> note) {
    return title + length + note;
  }

  final class Inner {
    @Node
    static @Nullable String trimmed(@Nullable String word, Optional<String> note) {
      return word == null ? note.orElse(null) : word.trim();
    }
  }

  @Nested(Inner.class)
  List<@Nullable String> trims(@Each("word") List<@Nullable String> words);

  @Nested(Inner.class)
  @Nullable String trim(@As("word") @Nullable String title);
}
