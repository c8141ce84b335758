package failing;

import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** The ways to run one pipeline, and what was wrong with any of them. */
final class Ways {
  /** Twins fail by the hundred here, as they are to, and each first time is a warning. */
  private static final Logger LOGGER = Logger.getLogger("dev.millrace.runtime");

  private final List<String> wrong = new ArrayList<>();
  private String way = "";

  /** What is checked in each way. */
  interface Check {
    void of(FailingPipeline pipeline) throws Exception;
  }

  static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** What comes of so many numbers where nothing fails. */
  static List<Integer> lasts(int count) {
    return IntStream.range(0, count).mapToObj(i -> i * 3 + 1).toList();
  }

  static FailingPipeline.Inputs given(int count, Hooks hooks, Model model) {
    return FailingPipeline.given().items(numbers(count)).hooks(hooks).model(model);
  }

  static FailingPipeline streamed(int chunkRows, int lanes) {
    return FailingPipeline.builder()
        .engine(Engine.STREAMED)
        .chunkRows(chunkRows)
        .lanes(lanes)
        .build();
  }

  /** Checks every engine, with chunks and lanes of many sizes where it has such. */
  Object all(Check check) throws Exception {
    for (Engine engine : Engine.values()) {
      for (int chunkRows : engine == Engine.STRAIGHT ? new int[] {256} : new int[] {1, 2, 7, 256}) {
        for (int lanes :
            engine == Engine.STREAMED || engine == Engine.AUTO
                ? new int[] {1, 2, 4}
                : new int[] {1}) {
          way = engine + " in chunks of " + chunkRows + " on " + lanes + " lanes: ";
          try (FailingPipeline pipeline =
              FailingPipeline.builder().engine(engine).chunkRows(chunkRows).lanes(lanes).build()) {
            quietly(() -> check.of(pipeline));
          }
        }
      }
    }
    return told();
  }

  void same(String what, Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      wrong.add(way + what + ": " + found + " and not " + expected);
    }
  }

  /** Returns what was wrong; empty for nothing. */
  String told() {
    return String.join("\n", wrong);
  }

  /** Something that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /** Runs it without a word about twins that fail. */
  static void quietly(Work work) throws Exception {
    Level before = LOGGER.getLevel();
    LOGGER.setLevel(Level.OFF);
    try {
      work.run();
    } finally {
      LOGGER.setLevel(before);
    }
  }

  /** Returns what something throws; null for nothing. */
  static Throwable thrown(Work work) {
    try {
      work.run();
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }
}
