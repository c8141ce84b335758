package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

final class StreamsTest {
  private final AtomicInteger closed = new AtomicInteger();

  private <T> Stream<T> told(Stream<T> stream) {
    return stream.onClose(closed::incrementAndGet);
  }

  @Property
  void collectWhatAStreamHasInOrder(@ForAll List<@WithNull(0.1) String> elements) {
    assertEquals(elements, Streams.<String>listOfNullables("vec", elements.stream()));
    int firstNull = elements.indexOf(null);
    if (firstNull < 0) {
      assertEquals(elements, Streams.<String>list("vec", elements.stream()));
    } else {
      NullResultException refused =
          assertThrows(
              NullResultException.class, () -> Streams.list("vec", elements.stream().parallel()));
      assertEquals(
          "\"vec\" is null for item " + firstNull + "; declare it @Nullable, or give it a value",
          refused.getMessage());
    }
  }

  @Test
  void keepTheOrderOfAParallelStream() {
    List<Integer> numbers = IntStream.range(0, 10_000).boxed().toList();
    assertEquals(numbers, Streams.<Number>list("vec", numbers.parallelStream()));
    assertEquals(numbers, Streams.<Number>listOfNullables("vec", numbers.parallelStream()));
  }

  @Test
  void closeTheStreamHoweverItEnds() {
    Streams.list("vec", told(Stream.of("a")));
    assertEquals(1, closed.get());
    Streams.listOfNullables("vec", told(Stream.of("a")));
    assertEquals(2, closed.get());
    assertThrows(
        NullResultException.class,
        () -> Streams.list("vec", told(Arrays.asList("a", null).stream())));
    assertEquals(3, closed.get());
    RuntimeException failure = new IllegalStateException();
    Stream<String> failing =
        told(
            Stream.of("a")
                .map(
                    each -> {
                      throw failure;
                    }));
    assertSame(
        failure,
        assertThrows(IllegalStateException.class, () -> Streams.listOfNullables("vec", failing)));
    assertEquals(4, closed.get());
  }

  @Test
  void stopAtTheFirstNullHoweverLongTheStream() {
    assertThrows(
        NullResultException.class,
        () -> Streams.list("vec", Stream.iterate(1, each -> each + 1).map(i -> i < 9 ? i : null)));
  }

  @Test
  void saysWhichNodeReturnedNoStream() {
    assertEquals(
        "the node \"vec\" returned null; declare the result @Nullable, or return a value",
        assertThrows(NullResultException.class, () -> Streams.list("vec", null)).getMessage());
    assertThrows(NullResultException.class, () -> Streams.listOfNullables("vec", null));
  }

  @Test
  void giveListsThatCannotBeChanged() {
    List<String> list = Streams.list("vec", Stream.of("a"));
    assertThrows(UnsupportedOperationException.class, () -> list.add("b"));
    List<String> nullables = Streams.listOfNullables("vec", Stream.of("a"));
    assertThrows(UnsupportedOperationException.class, () -> nullables.add("b"));
  }
}
