package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

@Pipeline
interface P {
  record Head(@Nullable String key, int size) {}

  @Node
  static @Nullable String title(String text) {
    return null;
  }

  @Node
  static int ofTitle(String title) {
    return title.length();
  }

  @Node
  static Optional<Integer> number(String text) {
    return Optional.empty();
  }

  @Node
  static int ofNumber(int number) {
    return number;
  }

  @Node
  static CompletionStage<@Nullable Integer> later(String text) {
    return CompletableFuture.completedFuture(null);
  }

  @Node
  static int ofLater(int later) {
    return later;
  }

  @Node
  static List<@Nullable String> words(String text) {
    return List.of();
  }

  @Node
  static int ofWords(List<String> words) {
    return words.size();
  }

  @Node
  static @Nullable String[] cells(String text) {
    return new String[1];
  }

  @Node
  static int ofCells(String[] cells) {
    return cells.length;
  }

  @Node
  @Split
  static Head head(String text) {
    return new Head(null, 1);
  }

  @Node
  static int ofKey(String key) {
    return key.length();
  }

  final class Inner {
    @Node
    static int length(String word) {
      return word.length();
    }

    @Node
    static @Nullable String trimmed(String word) {
      return null;
    }
  }

  @Nested(value = Inner.class, output = "length")
  List<Integer> lengths(@Each("word") List<@Nullable String> words);

  @Nested(value = Inner.class, output = "trimmed")
  List<String> trims(@Each("word") List<String> texts);
}
