package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How maps run, and how long. */
class RunningTest {
  @Test
  void everyEngineGivesTheSame() {
    List<String> texts = IntStream.range(0, 1000).mapToObj(i -> "text " + i).toList();
    ShelfPipeline.Inputs inputs = ShelfPipeline.given().texts(texts);
    List<String> expected = texts.stream().flatMap(each -> Stream.of(each.split(" "))).toList();
    for (Engine engine : Engine.values()) {
      try (var pipeline = ShelfPipeline.builder().engine(engine).lanes(4).chunkRows(64).build()) {
        assertEquals(expected, pipeline.allWords(inputs));
      }
    }
  }

  @Test
  void aRunMayHaveATime() {
    ShelfPipeline.Inputs inputs = ShelfPipeline.given().texts(List.of("a b"));
    try (var pipeline = ShelfPipeline.builder().build()) {
      assertEquals(List.of("a", "b"), pipeline.allWords(inputs, Duration.ofSeconds(30)));
      assertThrows(IllegalArgumentException.class, () -> pipeline.allWords(inputs, Duration.ZERO));
    }
  }

  @Test
  void moreThanAListHoldsGoesThroughInParts() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    Stream<String> texts = IntStream.range(0, 10_000).mapToObj(i -> "x".repeat(i % 7));
    try (var pipeline = ShelfPipeline.builder().build()) {
      long read =
          Feed.of(texts)
              .partSize(1000)
              .through(part -> pipeline.sizes(ShelfPipeline.given().texts(part)), sizes::add);
      assertEquals(10_000, read);
    }
    assertEquals(IntStream.range(0, 10_000).mapToObj(i -> i % 7).toList(), sizes);
  }
}
