package dev.millrace.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values to try, decided by a seed and a number alone: the edge cases first, then random ones among
 * which the edge cases come up again. Immutable; every value is made anew, so that nobody's change
 * to one is seen in another. {@code NaN}, infinities and null are not among them unless asked for:
 * {@link #or}, {@link #nullable}.
 */
public final class Samples<T extends @Nullable Object> {
  // Not the generator's own step, or one number's draws would be its neighbour's.
  private static final long STEP = 0xd1342543de82ef95L;
  private static final int ONE_EDGE_IN = 8;
  private static final int ONE_LONG_IN = 32;
  private static final int ONE_NULL_IN = 4;
  private static final int LONGEST_LIST = 8;
  private static final int LONGEST_TEXT = 24;
  private static final int LONG_TEXT = 4000;
  private static final int MOST_REFUSED = 1000;
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCXYZ      ,.;:!?'\"-()0123456789\t\näöüßéñçøλжя中文語";

  private final List<Function<SplittableRandom, T>> edges;
  private final Function<SplittableRandom, T> body;

  private Samples(List<Function<SplittableRandom, T>> edges, Function<SplittableRandom, T> body) {
    this.edges = edges;
    this.body = body;
  }

  private static <T extends @Nullable Object> List<Function<SplittableRandom, T>> edges(
      List<T> values) {
    List<Function<SplittableRandom, T>> edges = new ArrayList<>();
    values.forEach(value -> edges.add(random -> value));
    return edges;
  }

  /** Returns these values, each first in its turn. Arrays among them are the caller's own. */
  @SafeVarargs
  public static <T extends @Nullable Object> Samples<T> of(T... values) {
    List<T> all = new ArrayList<>();
    for (T value : values) {
      all.add(value);
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there are no values to choose from");
    }
    return new Samples<>(edges(all), random -> all.get(random.nextInt(all.size())));
  }

  /** Returns integers: around 0, at both ends, small ones and any. */
  public static Samples<Integer> ints() {
    return new Samples<>(
        edges(List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)),
        random -> random.nextBoolean() ? random.nextInt(-100, 101) : (Integer) random.nextInt());
  }

  /**
   * Returns integers in a range, both ends included and first.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public static Samples<Integer> ints(int least, int most) {
    if (least > most) {
      throw new IllegalArgumentException("there is no integer from " + least + " to " + most);
    }
    return new Samples<>(
        edges(List.of(least, most)), random -> (int) random.nextLong(least, (long) most + 1));
  }

  /** Returns longs: around 0, at both ends, small ones and any. */
  public static Samples<Long> longs() {
    return new Samples<>(
        edges(List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)),
        random -> random.nextBoolean() ? random.nextLong(-100, 101) : (Long) random.nextLong());
  }

  /** Returns finite doubles: both zeros, the smallest, the largest, in -1 to 1 and far away. */
  public static Samples<Double> doubles() {
    return new Samples<>(
        edges(List.of(0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)),
        random -> (random.nextDouble() * 2 - 1) * (random.nextBoolean() ? 1 : 1e9));
  }

  /** Returns finite floats: both zeros, the smallest, the largest, in -1 to 1 and far away. */
  public static Samples<Float> floats() {
    return new Samples<>(
        edges(List.of(0f, -0f, 1f, -1f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE)),
        random -> (float) ((random.nextDouble() * 2 - 1) * (random.nextBoolean() ? 1 : 1e6)));
  }

  /** Returns both. */
  public static Samples<Boolean> booleans() {
    return of(false, true);
  }

  /**
   * Returns texts: empty, blank, of one letter, in several scripts, with what takes two {@code
   * char}s; words and signs; now and then one of some thousand characters.
   */
  public static Samples<String> strings() {
    return new Samples<>(
        edges(
            List.of(
                "", " ", "a", "\t\r\n", "Straße", "e\u0301", "\u65e5\u672c\u8a9e", "\ud83c\udf0a")),
        random -> {
          int most = random.nextInt(ONE_LONG_IN) == 0 ? LONG_TEXT : LONGEST_TEXT;
          int length = random.nextInt(most + 1);
          StringBuilder text = new StringBuilder(length);
          for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
          }
          return text.toString();
        });
  }

  /** Returns an enum's constants, each first in its turn. */
  public static <E extends Enum<E>> Samples<E> enums(Class<E> type) {
    return of(type.getEnumConstants());
  }

  /** Returns unmodifiable lists of up to 8 elements: the empty one first, then one of one. */
  public static <T extends @Nullable Object> Samples<List<T>> lists(Samples<T> of) {
    Function<SplittableRandom, List<T>> empty = random -> List.of();
    Function<SplittableRandom, List<T>> single =
        random -> Collections.singletonList(of.draw(random));
    return new Samples<>(
        List.of(empty, single),
        random -> {
          List<T> list = new ArrayList<>();
          for (int i = random.nextInt(LONGEST_LIST + 1); i > 0; i--) {
            list.add(of.draw(random));
          }
          return Collections.unmodifiableList(list);
        });
  }

  /** Returns optionals: the empty one first. */
  public static <T> Samples<Optional<T>> optionals(Samples<T> of) {
    return nullable(of).map(Optional::ofNullable);
  }

  /** Returns the values of others and null: null first. */
  public static <T> Samples<@Nullable T> nullable(Samples<T> of) {
    List<Function<SplittableRandom, @Nullable T>> edges = new ArrayList<>();
    edges.add(random -> null);
    of.edges.forEach(edge -> edges.add(edge::apply));
    return new Samples<>(
        edges, random -> random.nextInt(ONE_NULL_IN) == 0 ? null : of.body.apply(random));
  }

  /**
   * Returns vectors of a width with numbers in -1 to 1: all zeros, all ones and one-hot first.
   *
   * @throws IllegalArgumentException if the width is not positive
   */
  public static Samples<float[]> floatVectors(int dim) {
    if (dim < 1) {
      throw new IllegalArgumentException("a vector has at least one number, not " + dim);
    }
    IntFunction<Function<SplittableRandom, float[]>> hot =
        column ->
            random -> {
              float[] vector = new float[dim];
              vector[column] = 1;
              return vector;
            };
    return new Samples<>(
        List.of(
            random -> new float[dim],
            random -> {
              float[] ones = new float[dim];
              Arrays.fill(ones, 1);
              return ones;
            },
            hot.apply(0),
            hot.apply(dim - 1)),
        random -> {
          float[] vector = new float[dim];
          for (int column = 0; column < dim; column++) {
            vector[column] = (float) (random.nextDouble() * 2 - 1);
          }
          return vector;
        });
  }

  /** Returns what a function makes of two values. */
  public static <A extends @Nullable Object, B extends @Nullable Object, T> Samples<T> combine(
      Samples<A> first, Samples<B> second, BiFunction<? super A, ? super B, ? extends T> make) {
    return rows(first, second).map(row -> make.apply(Samples.at(row, 0), Samples.at(row, 1)));
  }

  /**
   * Returns arrays with a value of each: the arguments of a method. The edge cases of all go in
   * step; the random ones meet in any combination.
   */
  public static Samples<@Nullable Object[]> rows(Samples<?>... columns) {
    Samples<?>[] all = columns.clone();
    int most = Arrays.stream(all).mapToInt(each -> each.edges.size()).max().orElse(0);
    List<Function<SplittableRandom, @Nullable Object[]>> edges = new ArrayList<>();
    for (int edge = 0; edge < most; edge++) {
      int number = edge;
      edges.add(random -> Arrays.stream(all).map(column -> column.edge(number, random)).toArray());
    }
    return new Samples<>(
        edges, random -> Arrays.stream(all).map(column -> column.draw(random)).toArray());
  }

  @SuppressWarnings("unchecked") // the column's own values
  private static <T extends @Nullable Object> T at(@Nullable Object[] row, int column) {
    return (T) row[column];
  }

  /** Returns what a function makes of these values. */
  public <R extends @Nullable Object> Samples<R> map(Function<? super T, ? extends R> make) {
    List<Function<SplittableRandom, R>> mapped = new ArrayList<>();
    edges.forEach(edge -> mapped.add(random -> make.apply(edge.apply(random))));
    return new Samples<>(mapped, random -> make.apply(body.apply(random)));
  }

  /**
   * Returns those of these values that fit; random ones stand in for edge cases that do not.
   *
   * <p>A value is drawn again until it fits; after 1000 times that is an {@link
   * IllegalStateException}.
   */
  public Samples<T> filter(Predicate<? super T> fits) {
    List<Function<SplittableRandom, T>> kept = new ArrayList<>();
    edges.forEach(edge -> kept.add(random -> fitting(edge, fits, random)));
    return new Samples<>(kept, random -> fitting(body, fits, random));
  }

  private T fitting(
      Function<SplittableRandom, T> first, Predicate<? super T> fits, SplittableRandom random) {
    T value = first.apply(random);
    for (int refused = 0; !fits.test(value); refused++) {
      if (refused == MOST_REFUSED) {
        throw new IllegalStateException(
            MOST_REFUSED + " samples in turn did not fit the filter; generate what fits instead");
      }
      value = body.apply(random);
    }
    return value;
  }

  /** Returns these values with more edge cases, which come first: {@code NaN}, say. */
  @SafeVarargs
  public final Samples<T> or(T... more) {
    List<Function<SplittableRandom, T>> all = new ArrayList<>();
    for (T value : more) {
      all.add(random -> value);
    }
    all.addAll(edges);
    return new Samples<>(all, body);
  }

  /**
   * Returns a value: the same, made anew, for the same seed and number.
   *
   * @param number from 0: edge cases have the lowest
   */
  public T get(long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed + number * STEP);
    return number < edges.size() ? edges.get(number).apply(random) : draw(random);
  }

  /** Returns the first so many values for a seed. */
  public List<T> list(long seed, int count) {
    List<T> list = new ArrayList<>();
    IntStream.range(0, count).forEach(number -> list.add(get(seed, number)));
    return Collections.unmodifiableList(list);
  }

  private T draw(SplittableRandom random) {
    return !edges.isEmpty() && random.nextInt(ONE_EDGE_IN) == 0
        ? edge(random.nextInt(edges.size()), random)
        : body.apply(random);
  }

  private T edge(int number, SplittableRandom random) {
    return edges.isEmpty() ? body.apply(random) : edges.get(number % edges.size()).apply(random);
  }
}
