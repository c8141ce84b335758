package generic;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Generic nodes alone, mapped, in a map in a map, and with twins; what ran is written down. */
@Pipeline({Ranking.Lists.class, Ranking.Shelf.class})
interface Ranking {
  List<String> RAN = new ArrayList<>();

  /** Its own class is not generic: List's T is String by way of what it extends. */
  final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words(Collection<String> words) {
      super(words);
    }
  }

  final class Shelf<T> {
    private final List<T> things;

    Shelf(List<T> things) {
      this.things = things;
    }

    @Node
    T first() {
      return things.get(0);
    }

    @Node
    <K> Map<K, List<T>> shelved(K label) {
      return Map.of(label, things);
    }
  }

  final class Lists {
    private Lists() {}

    @Node
    static <T extends Comparable<? super T>> List<T> best(List<T> words, int k) {
      return words.stream().sorted(Comparator.<T>naturalOrder().reversed()).limit(k).toList();
    }

    @Node
    static <T> T greatest(List<? extends T> best) {
      return best.get(0);
    }
  }

  @Node
  static Words words(String text) {
    return new Words(List.of(text.split(" ")));
  }

  @Node
  static int label(String text) {
    return text.length();
  }

  @Node
  static Shelf<String> shelf(Words words) {
    return new Shelf<>(words);
  }

  /** What a generic node gives, read as what it is here. */
  @Node
  static int length(String greatest, String first) {
    return greatest.length() + first.length();
  }

  /** Over texts and over numbers: two uses, two calls. */
  @Nested(value = Pairs.class, output = "pair")
  List<List<String>> textPairs(@Each("item") List<String> best);

  @Nested(value = Pairs.class, output = "pair")
  List<List<Integer>> numberPairs(@Each("item") List<Integer> numbers);

  @Nested(Grid.class)
  List<List<List<Long>>> grid(@Each("row") List<List<Long>> rows);

  @Nested(value = Risky.class, output = "parsed")
  List<String> risky(@Each("item") List<String> items);

  @Pipeline
  interface Grid {
    @Nested(value = Pairs.class, output = "pair")
    List<List<Long>> cells(@Each("item") List<Long> row, int label);
  }

  final class Pairs {
    private Pairs() {}

    @Node
    static <T> T same(T item) {
      RAN.add("one " + item);
      return item;
    }

    @Batch
    static <U> List<U> same(List<U> items) {
      RAN.add("many " + items.size());
      return items;
    }

    /** Its label is what is around it, the same for all. */
    @Node
    static <T, K extends Comparable<K>> List<T> pair(T same, T item, K label) {
      RAN.add("one of " + label);
      return List.of(same, item);
    }

    @Batch
    static <U, V extends Comparable<V>> List<List<U>> pair(
        List<U> sames, List<U> items, V label) {
      RAN.add("many of " + label);
      List<List<U>> pairs = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        pairs.add(List.of(sames.get(i), items.get(i)));
      }
      return pairs;
    }
  }

  /** The twin fails, and each item is run alone. */
  final class Risky {
    private Risky() {}

    @Node
    static <T> T parsed(T item) throws IOException {
      if (item.equals("bad")) {
        throw new IOException("cannot read " + item);
      }
      RAN.add("one " + item);
      return item;
    }

    @Batch
    static <T> List<T> parsed(List<T> items) throws IOException {
      if (items.contains("worse")) {
        throw new IOException("the batch holds worse");
      }
      return items;
    }
  }
}
