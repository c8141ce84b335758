package words;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Node;
import dev.millrace.Tolerance;
import dev.millrace.runtime.IntBlock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sound twins of all forms. */
final class Words {
  enum Casing {
    UPPER,
    LOWER
  }

  record Word(String text, Casing casing) {}

  record Line(List<Word> words, Optional<String> note, int[] places) {}

  private Words() {}

  @Node
  static int length(String text) {
    return text.length();
  }

  @Batch
  static List<Integer> length(List<String> texts) {
    return texts.stream().map(Words::length).toList();
  }

  @Node
  static String repeated(String text, int times, Casing casing) {
    return casing + text.repeat(Math.floorMod(times, 3));
  }

  @Batch
  static List<String> repeated(List<String> texts, int times, Casing casing) {
    return texts.stream().map(text -> repeated(text, times, casing)).toList();
  }

  @Node
  static float scaled(float[] vector, double by) {
    float sum = 0;
    for (float each : vector) {
      sum += each * (float) by;
    }
    return sum;
  }

  @Batch(tolerance = @Tolerance(ulps = 2))
  static List<Float> scaled(List<float[]> vectors, double by) {
    return vectors.stream().map(vector -> Math.nextUp(scaled(vector, by))).toList();
  }

  @Node
  static @Nullable String shown(Line line, @Nullable String title) {
    return title == null ? null : title + line.words().size() + line.places().length;
  }

  @Batch
  static List<@Nullable String> shown(List<Line> lines, List<@Nullable String> titles) {
    List<@Nullable String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      all.add(shown(lines.get(i), titles.get(i)));
    }
    return all;
  }

  @Node
  static CompletionStage<Integer> sum(List<Integer> numbers) {
    return CompletableFuture.supplyAsync(() -> numbers.stream().mapToInt(Integer::intValue).sum());
  }

  @Batch(of = "sum")
  static CompletionStage<IntBlock> sums(List<List<Integer>> numbers) {
    return CompletableFuture.supplyAsync(
        () -> IntBlock.copyOf(numbers.stream().map(each -> sum(each).toCompletableFuture().join()).toList()));
  }

  @Batch
  static IntBlock doubled(@Each("number") IntBlock numbers) {
    return IntBlock.copyOf(numbers.stream().map(each -> each * 2).toList());
  }

  @Node
  static <T extends Comparable<T>> T greater(T left, T right) {
    return left.compareTo(right) < 0 ? right : left;
  }

  @Batch
  static <E extends Comparable<E>> List<E> greater(List<E> left, E right) {
    return left.stream().map(each -> greater(each, right)).toList();
  }

  @Node(cache = CachePolicy.NEVER)
  static String sent(String text) {
    return text;
  }

  @Batch
  static List<String> sent(List<String> texts) {
    return texts;
  }

  /** What nobody can make up. */
  static final class Clock {
    private final Duration step;

    Clock(Duration step) throws IOException {
      this.step = step;
    }

    @Node
    long ticks(Duration time) {
      return time.dividedBy(step);
    }

    @Batch
    List<Long> ticks(List<Duration> times) {
      return times.stream().map(this::ticks).toList();
    }
  }
}
