package generic;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generic nodes, each call with the types that what it reads gives it. */
@Pipeline({Generic.Lists.class, Generic.Box.class})
interface Generic {

  /** A list by way of its supertype. */
  final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  /** Its instances say what T is. */
  final class Box<T extends CharSequence> {
    private final T content;

    Box(T content) {
      this.content = content;
    }

    @Node
    <K> Map<K, T> labelled(K label) {
      return Map.of(label, content);
    }

    /** Its T is not the class's. */
    @SuppressWarnings("hiding")
    @Node
    <T> List<T> besides(T label) {
      return List.of(label);
    }
  }

  final class Lists {
    private Lists() {}

    @Node
    static <T extends Comparable<? super T>> List<T> top(Collection<T> words, int k) {
      return words.stream().sorted(Comparator.<T>naturalOrder().reversed()).limit(k).toList();
    }

    @Node
    static <T> T head(List<? extends T> top) {
      return top.get(0);
    }

    @Node
    static <A, B> Map<A, List<B>> table(A label, B head, List<? super B> sink) {
      return Map.of(label, List.of(head));
    }

    @Node
    static <E, C extends Collection<E>> Optional<E> any(C words) {
      return words.stream().findAny();
    }

    @Node
    static <T, X extends Exception> T[] row(T[] grid, Class<X> failure) throws X {
      return grid;
    }
  }

  @Node
  static Words words(String text) {
    Words words = new Words();
    words.addAll(List.of(text.split(" ")));
    return words;
  }

  @Node
  static int label(String text) {
    return text.length();
  }

  @Node
  static Box<String> box(String text) {
    return new Box<>(text);
  }

  @Node
  static long[][] grid(String text, List<Object> sink) {
    return new long[][] {{text.length()}, {sink.size()}};
  }

  @Node
  static Class<java.io.IOException> failure() {
    return java.io.IOException.class;
  }

  /** One class, used over texts and over numbers. */
  @Nested(value = Each1.class, output = "pair")
  List<List<String>> textPairs(@Each("item") List<String> top);

  @Nested(value = Each1.class, output = "pair")
  List<List<Integer>> numberPairs(@Each("item") List<Integer> numbers);

  final class Each1 {
    private Each1() {}

    @Node
    static <T> T same(T item) {
      return item;
    }

    @Node
    static <T, K extends Comparable<K>> List<T> pair(T same, T item, K label) {
      return List.of(same, item);
    }

    @Batch
    static <U, V extends Comparable<V>> List<List<U>> pair(
        List<U> sames, List<U> items, V label) {
      List<List<U>> pairs = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        pairs.add(List.of(sames.get(i), items.get(i)));
      }
      return pairs;
    }
  }
}
