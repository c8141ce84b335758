package wrong;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Node;
import dev.millrace.runtime.IntBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Twins that are wrong, each in its own way. The compiler takes them all. */
final class Wrong {
  record Pair(String text, int length) {}

  private static final List<Integer> SEEN = new ArrayList<>();

  private Wrong() {}

  private static <A, R> List<R> each(List<A> rows, Function<? super A, ? extends R> node) {
    List<R> results = new ArrayList<>();
    rows.forEach(row -> results.add(node.apply(row)));
    return results;
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float each : vector) {
      squares += each * each;
    }
    float[] unit = vector.clone();
    for (int i = 0; i < unit.length && squares > 0; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return unit;
  }

  @Node
  static int offByOne(String text) {
    return text.length();
  }

  @Batch
  static List<Integer> offByOne(List<String> texts) {
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lengths.add(texts.get(Math.max(0, i - 1)).length());
    }
    return lengths;
  }

  @Node
  static Pair reordered(String text) {
    return new Pair(text, text.length());
  }

  @Batch
  static List<Pair> reordered(List<String> texts) {
    return each(texts.stream().sorted().toList(), Wrong::reordered);
  }

  @Node
  static Pair oneForAll(Pair pair) {
    return new Pair(pair.text(), pair.length() + 1);
  }

  @Batch
  static List<Pair> oneForAll(List<Pair> pairs) {
    return Collections.nCopies(pairs.size(), oneForAll(pairs.get(0)));
  }

  @Node
  static float[] notNormalised(float[] vector) {
    return unit(vector);
  }

  @Batch
  static List<float[]> notNormalised(List<float[]> vectors) {
    return each(vectors, float[]::clone);
  }

  @Node
  static float mutatedInput(float[] vector) {
    return vector[0];
  }

  @Batch
  static List<Float> mutatedInput(List<float[]> vectors) {
    return each(
        vectors,
        vector -> {
          float first = vector[0];
          vector[0] = 0;
          return first;
        });
  }

  @Node
  static String shorterForSame(String text) {
    return text + "!";
  }

  @Batch
  static List<String> shorterForSame(List<String> texts) {
    return each(texts.stream().distinct().toList(), Wrong::shorterForSame);
  }

  @Node
  static int stateKept(int number) {
    return number;
  }

  @Batch
  static List<Integer> stateKept(List<Integer> numbers) {
    SEEN.addAll(numbers);
    return each(numbers, number -> SEEN.size() > 100 ? SEEN.get(0) : number);
  }

  @Node
  static int neighbours(String text) {
    return text.length();
  }

  @Batch
  static List<Integer> neighbours(List<String> texts) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return each(texts, text -> longest);
  }

  @Node
  static long lastDropped(long number) {
    return number;
  }

  @Batch
  static List<Long> lastDropped(List<Long> numbers) {
    return numbers.subList(0, numbers.size() - (numbers.size() % 2 == 0 ? 1 : 0));
  }

  @Node
  static double[] sharedResult(double number) {
    return new double[] {1};
  }

  @Batch
  static List<double[]> sharedResult(List<Double> numbers) {
    double[] one = {1};
    return each(numbers, number -> one);
  }

  @Node
  static String nullForARow(String text) {
    return text;
  }

  @Batch
  static List<String> nullForARow(List<String> texts) {
    return each(texts, text -> text.isEmpty() ? null : text);
  }

  @Node
  static int swappedBroadcasts(int number, int factor, int offset) {
    return number * factor + offset;
  }

  @Batch
  static List<Integer> swappedBroadcasts(List<Integer> numbers, int factor, int offset) {
    return each(numbers, number -> swappedBroadcasts(number, offset, factor));
  }

  @Node
  static String swappedLists(String left, String right) {
    return left + "|" + right;
  }

  @Batch
  static List<String> swappedLists(List<String> left, List<String> right) {
    List<String> results = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      results.add(right.get(i) + "|" + left.get(i));
    }
    return results;
  }

  @Node
  static char noFailure(String text) {
    return text.charAt(0);
  }

  @Batch
  static List<Character> noFailure(List<String> texts) {
    return each(texts, text -> text.isEmpty() ? ' ' : text.charAt(0));
  }

  @Node
  static int sortedInPlace(int number) {
    return number;
  }

  @Batch
  static List<Integer> sortedInPlace(List<Integer> numbers) {
    numbers.sort(null);
    return numbers;
  }

  @Node
  static int laterWrong(String text) {
    return text.length();
  }

  @Batch
  static CompletionStage<IntBlock> laterWrong(List<String> texts) {
    return CompletableFuture.supplyAsync(
        () -> IntBlock.copyOf(each(texts, text -> text.codePointCount(0, text.length()))));
  }

  @Batch
  static List<Integer> alone(@Each("text") List<String> texts) {
    return each(texts, text -> text.length() + texts.size());
  }
}
