package recalled;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A little of all that a pipeline may have. */
@Pipeline(Everything.Nodes.class)
interface Everything {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  record Stats(int count, String longest) {}

  record Scored(String word, double score) {}

  record Ends(@As("first") List<String> firsts, @As("last") List<String> lasts) {}

  @Nested(value = Words.class, output = "scored")
  List<Scored> scores(@Each("word") List<String> words);

  @Nested(value = Pairs.class, output = "pair", mode = MapMode.PRODUCT)
  List<String> pairs(@Each("left") List<String> words, @Each("right") List<String> suffixes);

  @Nested(value = Words.class, output = "letters", flatten = true)
  List<String> spelled(@Each("word") List<String> words);

  @Nested(value = Rows.class, output = "cells")
  List<List<Integer>> table(@Each("row") List<List<String>> rows);

  @Nested(value = Nodes.class, output = "fused")
  List<String> tries(@Each("fusion") List<Fusion> fusions);

  @Nested(Words.class)
  @Split
  Ends ends(@Each("word") List<String> words);

  @Nested(value = Words.class, output = "waited")
  List<String> waits(@Each("word") List<String> words);

  @Node
  static String collected(List<Scored> scores, List<String> spelled, List<List<Integer>> table) {
    Ran.node("collected");
    return scores + " " + spelled + " " + table;
  }

  final class Nodes {
    private Nodes() {}

    @Node
    static List<String> words(String text) {
      Ran.node("words");
      return List.of(text.split(" "));
    }

    @Node
    @Split
    static Stats stats(List<String> words) {
      Ran.node("stats");
      return new Stats(
          words.size(), words.stream().max(Comparator.comparing(String::length)).orElse(""));
    }

    @Node
    static CompletionStage<String> later(String longest) {
      Ran.node("later");
      return CompletableFuture.completedFuture(longest + "!");
    }

    @Node
    static String fused(Rrf fusion, int count) {
      Ran.node("rrf");
      return "rrf" + fusion.k() + "/" + count;
    }

    @Node
    static String fused(Linear fusion, String later) {
      Ran.node("linear");
      return "linear" + fusion.weight() + "/" + later;
    }

    @Node
    static int limited(int count, @Default("3") int limit) {
      Ran.node("limited");
      return Math.min(count, limit);
    }

    @Node
    static Optional<String> titled(Optional<String> title, String longest) {
      Ran.node("titled");
      return title.map(each -> each + " " + longest);
    }

    @Node
    static @Nullable String noted(@Nullable String note) {
      Ran.node("noted");
      return note;
    }
  }

  final class Words {
    private Words() {}

    /** The same for all words. */
    @Node
    static double weight(String model) {
      Ran.node("weight");
      return model.length();
    }

    @Node
    static int length(String word) {
      Ran.node("length");
      return word.length();
    }

    @Batch
    static List<Integer> length(List<String> words) {
      words.forEach(word -> Ran.node("length"));
      return words.stream().map(String::length).toList();
    }

    @Node
    static Scored scored(String word, int length, double weight) {
      Ran.node("scored");
      return new Scored(word, length * weight);
    }

    @Node
    static List<String> letters(String word) {
      Ran.node("letters");
      return Stream.of(word.split("")).toList();
    }

    @Node
    static String first(List<String> letters) {
      Ran.node("first");
      return letters.get(0);
    }

    @Node
    static @Nullable String tail(List<String> letters) {
      Ran.node("tail");
      return letters.size() == 1 ? null : letters.get(1);
    }

    @Node
    static String last(List<String> letters, @Nullable String tail) {
      Ran.node("last");
      return letters.get(letters.size() - 1) + (tail == null ? "?" : "");
    }

    @Node
    static CompletionStage<String> waited(String word, String model) {
      Ran.node("waited");
      return CompletableFuture.supplyAsync(() -> model + word);
    }
  }

  final class Pairs {
    private Pairs() {}

    @Node
    static String pair(String left, String right) {
      Ran.node("pair");
      return left + right;
    }
  }

  /** A map in a map, whose constant is computed for each row. */
  @Pipeline
  interface Rows {
    @Node
    static int width(List<String> row) {
      Ran.node("width");
      return row.size();
    }

    @Nested(Cells.class)
    List<Integer> cells(@Each("cell") List<String> row);
  }

  final class Cells {
    private Cells() {}

    @Node
    static int area(String cell, int width) {
      Ran.node("area");
      return cell.length() * width;
    }
  }
}
