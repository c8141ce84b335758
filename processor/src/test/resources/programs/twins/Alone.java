package twins;

import dev.millrace.Batch;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.runtime.Block;
import dev.millrace.runtime.IntBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Nodes that have only the form for many. */
final class Alone {
  private Alone() {}

  @Batch(maxWeight = 6, weigher = Forms.Letters.class)
  static List<Integer> length(@Each("text") List<String> texts) {
    Forms.CALLS.add("length " + texts);
    return Forms.numbers(texts);
  }

  @Batch
  static CompletionStage<IntBlock> scaled(
      @Each("length") IntBlock lengths, @In("times") @Default("10") int factor) {
    Forms.CALLS.add("scaled " + lengths);
    return CompletableFuture.supplyAsync(
        () -> IntBlock.copyOf(lengths.stream().map(each -> each * factor).toList()));
  }

  @Batch
  @Retry(attempts = 2)
  static Block<String> shown(@Each("scaled") Block<Integer> numbers) {
    Forms.CALLS.add("shown " + numbers);
    if (Forms.CALLS.stream().filter(each -> each.startsWith("shown")).count() == 1) {
      throw new IllegalStateException("not yet");
    }
    List<String> all = numbers.stream().map(each -> "<" + each + ">").toList();
    return Block.copyOf(all);
  }

  @Batch
  static List<@Nullable String> known(@Each List<@Nullable String> name) {
    List<@Nullable String> all = new ArrayList<>();
    name.forEach(each -> all.add(each == null ? "nobody" : each.isEmpty() ? null : each));
    return all;
  }

  @Batch
  static List<String> none(@Each("text") List<String> texts) {
    return List.of();
  }

  /** Its node and an overload that a single text would fit as well. */
  static final class Trap {
    private Trap() {}

    @Batch
    static List<String> caught(@Each("item") List<Object> items) {
      return items.stream().map(each -> "one of many " + each).toList();
    }

    static List<String> caught(Object item) {
      throw new AssertionError("nobody asked for this overload: " + item);
    }
  }

  /** Of an instance. */
  static final class Counter {
    private int calls;

    @Batch
    List<String> counted(@Each("text") List<String> texts) {
      calls++;
      return texts.stream().map(each -> calls + " " + each).toList();
    }
  }

  /** What varies is taken once. */
  static final class Varying {
    private Varying() {}

    @Node
    static int place(String text) {
      return text.length();
    }

    @Batch
    static List<String> placed(@Each("text") List<String> texts, int place) {
      Forms.CALLS.add("placed " + texts);
      return texts.stream().map(each -> each + place).toList();
    }
  }
}
