package twins;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.Timeout;
import dev.millrace.runtime.Block;
import dev.millrace.runtime.DoubleBlock;
import dev.millrace.runtime.FloatBlock;
import dev.millrace.runtime.IntBlock;
import dev.millrace.runtime.LongBlock;
import dev.millrace.runtime.Weigher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Twins in all their forms. Each form notes what it was called with. */
final class Forms {
  static final List<String> CALLS = new ArrayList<>();

  private Forms() {}

  static <T> T noted(String what, Object of, T result) {
    CALLS.add(what + " " + of);
    return result;
  }

  /** As heavy as it has letters. */
  static final class Letters implements Weigher<CharSequence> {
    @Override
    public long weigh(CharSequence text) {
      return text.length();
    }
  }

  static int number(String text) {
    if (text.startsWith("bad")) {
      throw new IllegalArgumentException("cannot read " + text);
    }
    return text.length();
  }

  static List<Integer> numbers(List<String> texts) {
    return texts.stream().map(Forms::number).toList();
  }

  // by another name, for the two would be one method after erasure

  @Node
  static int sum(List<Integer> parts) {
    return noted("sum", parts, parts.stream().mapToInt(Integer::intValue).sum());
  }

  @Batch(of = "sum")
  static List<Integer> sumOfEach(List<List<Integer>> parts) {
    return noted("sums", parts, parts.stream().map(each -> each.size() * 100).toList());
  }

  // weighed

  @Node
  static int weighed(String text) {
    return noted("weighed", text, number(text));
  }

  @Batch(maxWeight = 6, weigher = Letters.class)
  static List<Integer> weighed(List<String> texts) {
    CALLS.add("batch " + texts);
    return numbers(texts);
  }

  @Node
  static String pairedUp(String left, String right) {
    return left + right;
  }

  @Batch(maxWeight = 2)
  static List<String> pairedUp(List<String> left, List<String> right) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(left.get(i) + right.get(i));
    }
    return noted("pairs", pairs, pairs);
  }

  @Node
  static String heavy(String left, String right) {
    return left + right;
  }

  @Batch(maxWeight = 5, weigher = Letters.class)
  static List<String> heavy(List<String> left, List<String> right) {
    return pairedUp(left, right);
  }

  // later

  @Node
  static int later(String text) {
    return noted("one", text, number(text));
  }

  @Batch
  static CompletionStage<List<Integer>> later(List<String> texts) {
    CALLS.add("later " + texts);
    return CompletableFuture.supplyAsync(() -> numbers(texts));
  }

  @Node
  static CompletionStage<Integer> sooner(String text) {
    return CompletableFuture.supplyAsync(() -> number(text));
  }

  @Batch
  static List<Integer> sooner(List<String> texts) {
    return noted("sooner", texts, numbers(texts));
  }

  @Node
  static CompletableFuture<Integer> bothLater(String text) {
    return CompletableFuture.supplyAsync(() -> number(text));
  }

  @Batch
  static CompletableFuture<IntBlock> bothLater(Block<String> texts) {
    return CompletableFuture.supplyAsync(() -> IntBlock.copyOf(numbers(texts)));
  }

  // blocks

  @Node
  static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  @Batch
  static Block<String> upper(Block<String> texts) {
    List<String> all = texts.stream().map(Forms::upper).toList();
    return noted("block", texts, Block.copyOf(all));
  }

  @Node
  static int twice(int number) {
    return number * 2;
  }

  @Batch
  static IntBlock twice(IntBlock numbers) {
    int[] all = numbers.toIntArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = twice(all[i]);
    }
    return noted("ints", numbers, IntBlock.of(all));
  }

  @Node
  static double mixed(long big, float small, Double wide) {
    return big + small + wide;
  }

  @Batch
  static DoubleBlock mixed(LongBlock big, FloatBlock small, DoubleBlock wide) {
    double[] all = new double[big.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = mixed(big.getLong(i), small.getFloat(i), wide.getDouble(i));
    }
    return noted("numbers", big.size(), DoubleBlock.of(all));
  }

  @Node
  @Retry(attempts = 2)
  @Timeout("1m")
  static long tried(int number) {
    return number;
  }

  @Batch
  static CompletionStage<LongBlock> tried(IntBlock numbers) {
    CALLS.add("tried " + numbers);
    if (CALLS.size() < 2) {
      return CompletableFuture.failedFuture(new IllegalStateException("not yet"));
    }
    return CompletableFuture.completedFuture(
        LongBlock.copyOf(numbers.stream().map(Integer::longValue).toList()));
  }

  // null

  @Node
  static @Nullable String kept(@Nullable String text) {
    return text == null ? "none" : text.isEmpty() ? null : text;
  }

  @Batch
  static List<@Nullable String> kept(List<@Nullable String> texts) {
    List<@Nullable String> all = new ArrayList<>();
    texts.forEach(each -> all.add(kept(each)));
    return noted("kept", texts, all);
  }

  // not to be done twice

  @Node(cache = CachePolicy.NEVER)
  static int sent(String text) {
    return noted("one", text, number(text));
  }

  @Batch(maxWeight = 6, weigher = Letters.class)
  static List<Integer> sent(List<String> texts) {
    CALLS.add("sent " + texts);
    return numbers(texts);
  }

  /** A node of an instance, and so is its twin. */
  static final class Greeter {
    private final String greeting;

    Greeter(String greeting) {
      this.greeting = greeting;
    }

    @Node
    String greeted(String text) {
      return greeting + text;
    }

    @Batch(invariant = false)
    List<String> greeted(List<String> texts) {
      return noted("greeted", texts, texts.stream().map(this::greeted).toList());
    }
  }
}
