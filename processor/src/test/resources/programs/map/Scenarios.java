package map;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.RunObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

final class Scenarios {
  private static final WordsPipeline PIPELINE = WordsPipeline.builder().build();

  private Scenarios() {}

  private static List<String> words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "x".repeat(i % 7)).toList();
  }

  private static Object scaled(int count) {
    List<Integer> results = PIPELINE.scaled(WordsPipeline.given().words(words(count)).base(1));
    List<Integer> expected =
        words(count).stream().map(word -> word.length() * 2 * 10).toList();
    return results.equals(expected) + " " + Words.RAN;
  }

  static Object none() {
    return scaled(0);
  }

  static Object one() {
    return scaled(1);
  }

  static Object almostAChunk() {
    return scaled(255);
  }

  static Object aChunk() {
    return scaled(256);
  }

  static Object overAChunk() {
    return scaled(257);
  }

  static Object aThousand() {
    return scaled(1000);
  }

  static Object unmodifiable() {
    var results = PIPELINE.scaled(WordsPipeline.given().words(words(3)).base(1));
    try {
      results.set(0, 1);
      return "changed";
    } catch (UnsupportedOperationException expected) {
      return "unmodifiable";
    }
  }

  static Object twoUses() throws IOException {
    return PIPELINE
        .scaled(WordsPipeline.given().words(List.of("a")).base(1))
        .toString()
        .concat(
            PIPELINE
                .others(WordsPipeline.given().otherWords(List.of("a", "bc")).base(2))
                .toString());
  }

  static Object mapInMap() {
    return PIPELINE.tables(
        WordsPipeline.given()
            .rows(List.of(List.of("a", "bb"), List.of(), List.of("ccc")))
            .base(1));
  }

  static Object zipped() {
    return PIPELINE.pairs(
        WordsPipeline.given().lefts(List.of("a", "b")).rights(List.of("1", "2")));
  }

  static Object unequal() {
    return PIPELINE.pairs(WordsPipeline.given().lefts(List.of("a", "b")).rights(List.of("1")));
  }

  static Object innerOutputGiven() {
    return PIPELINE.doubles(WordsPipeline.given().lengths(List.of(1, 2, 3))) + " " + Words.RAN;
  }

  static Object once() {
    return PIPELINE.once(WordsPipeline.given().single("four").base(1)) + " " + Words.RAN;
  }

  static Object hoisted() {
    return PIPELINE.same(WordsPipeline.given().words(List.of("a", "b")).base(3))
        + " "
        + Words.RAN;
  }

  static Object hoistedForNone() {
    return PIPELINE.same(WordsPipeline.given().words(List.of()).base(3)) + " " + Words.RAN;
  }

  static Object nullElement() {
    return PIPELINE.scaled(
        WordsPipeline.given().words(Arrays.asList("a", "b", null)).base(1));
  }

  private static List<String> parsed(List<String> words) {
    List<String> told = new ArrayList<>();
    try {
      told.add(PIPELINE.parsed(WordsPipeline.given().words(words)).toString());
    } catch (Throwable thrown) {
      told.add(thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
      for (Throwable note : thrown.getSuppressed()) {
        FailedItem item = (FailedItem) note;
        told.add(item.node() + " " + item.index());
      }
    }
    told.addAll(Words.RAN);
    return told;
  }

  static Object sound() {
    return parsed(List.of("1", "2"));
  }

  static Object poison() {
    return parsed(List.of("1", "bad", "3"));
  }

  static Object poisonInALaterChunk() {
    List<String> words = new ArrayList<>(Collections.nCopies(300, "1"));
    words.set(270, "bad");
    List<String> told = parsed(words);
    return told.subList(0, 5);
  }

  static Object wrongSize() {
    return parsed(List.of("1", "short"));
  }

  static Object nullInTwin() {
    return parsed(List.of("1", "null"));
  }

  static Object nullOfANode() {
    return parsed(List.of("1", "404"));
  }

  /** Row 2 fails in the first node; row 1 only in the second, which runs later. */
  static Object lowestWins() {
    return parsed(List.of("1", "-5", "bad"));
  }

  static Object twoPoisons() {
    return parsed(List.of("1", "bad1", "bad2"));
  }

  static Object listened() {
    List<String> events = new ArrayList<>();
    RunObserver observer =
        new RunObserver() {
          @Override
          public void mapStarted(String map, long items, long parents) {
            events.add("map " + map + " " + items);
          }

          @Override
          public void mapAdvanced(String map, long done, long items, long failed) {
            events.add("at " + map + " " + done + "/" + items);
          }

          @Override
          public void batchFinished(String node, long size, Duration elapsed) {
            events.add("batch " + node + " " + size);
          }

          @Override
          public void nodeFinished(String node, long items, Duration elapsed) {
            events.add("end " + node + " " + items);
          }
        };
    WordsPipeline.builder()
        .listener(run -> observer)
        .build()
        .scaled(WordsPipeline.given().words(words(300)).base(1));
    return events;
  }
}
