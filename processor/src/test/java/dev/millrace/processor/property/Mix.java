package dev.millrace.processor.property;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the random nodes compute: something that depends on the node and on all that it reads. */
public final class Mix {
  private Mix() {}

  /** Which of two variants there is. */
  public enum Way {
    UP,
    DOWN
  }

  /** Says that a node has failed, as it was meant to. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(int node) {
      super("node " + node, null, false, false);
    }
  }

  /** Returns the value, or fails. */
  public static <T> T risky(int node, T value) {
    if (value.hashCode() % 3 == 0) {
      throw new Failure(node);
    }
    return value;
  }

  /** Returns the value, or null. */
  public static <T> @Nullable T nullable(T value) {
    return value.hashCode() % 3 == 0 ? null : value;
  }

  /** Returns the value, or nothing. */
  public static <T> Optional<T> optional(T value) {
    return Optional.ofNullable(nullable(value));
  }

  /** Returns a value that is there already, or soon. */
  public static <T> CompletionStage<T> later(int node, T value) {
    return number(node, value) % 3 == 0
        ? CompletableFuture.completedFuture(value)
        : CompletableFuture.supplyAsync(() -> value);
  }

  /** Returns a value that is there soon, or never. */
  public static <T> CompletionStage<T> laterIfAtAll(int node, T value) {
    return Objects.hash(value) % 5 == 0
        ? CompletableFuture.failedFuture(new IllegalStateException("node " + node + " of " + value))
        : later(node, value);
  }

  /** Returns the value, or ends the run. */
  public static <T extends @Nullable Object> T grave(int node, T value) {
    if (Objects.hash(value) % 5 == 0) {
      throw new IllegalStateException("node " + node + " gives " + value);
    }
    return value;
  }

  /** Returns a value as the type that the caller knows it to have. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // he knows
  public static <T extends @Nullable Object> T any(@Nullable Object value) {
    return (T) value;
  }

  /** Returns a value that was given, as the type that the caller knows it to have. */
  @SuppressWarnings("unchecked")
  public static <T> T given(List<Object> all, int place) {
    return (T) all.get(place);
  }

  /** Returns a number. */
  public static int number(int node, Object... read) {
    return 31 * node + Objects.hash(read);
  }

  /** Returns a text. */
  public static String text(int node, Object... read) {
    return Integer.toHexString(number(node, read));
  }

  /** Returns up to four numbers. */
  public static List<Integer> numbers(int node, Object... read) {
    int seed = number(node, read);
    return IntStream.range(0, Math.floorMod(seed, 5)).mapToObj(i -> seed + i).toList();
  }

  /** Returns up to four texts. */
  public static List<String> texts(int node, Object... read) {
    return numbers(node, read).stream().map(Integer::toHexString).toList();
  }

  /** Returns one of two. */
  public static <T> T pick(int node, T one, T other) {
    return number(node, one, other) % 2 == 0 ? one : other;
  }

  /** Returns both, in one order or the other. */
  public static <T> List<T> pair(int node, T one, T other) {
    T first = pick(node, one, other);
    return List.of(first, first == one ? other : one);
  }

  /** Returns the last of a list, or something else. */
  public static <T> T last(int node, List<? extends T> list, T other) {
    return list.isEmpty() ? other : pick(node, list.get(list.size() - 1), other);
  }

  /** Returns the second, whatever the first is. */
  public static <A, B> B second(int node, A one, B other) {
    return other;
  }

  /** Returns the list itself. */
  public static <C extends List<?>> C kept(int node, C list) {
    return list;
  }
}
