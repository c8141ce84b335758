package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.runtime.FailedItem;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailingTest {
  /** Returns which of five items, from 1, fail. */
  private static List<Integer> failures(Failing failing) {
    List<Integer> failed = new ArrayList<>();
    for (int item = 1; item <= 5; item++) {
      try {
        assertEquals(item, failing.check(item));
      } catch (InjectedFailure failure) {
        failed.add(item);
      }
    }
    assertEquals(5, failing.checks());
    assertEquals(failed.size(), failing.failures());
    return failed;
  }

  @Test
  void failsOnWhatIsChosen() {
    assertEquals(List.of(2, 4), failures(Failing.on(item -> ((Integer) item) % 2 == 0)));
    assertEquals(List.of(5), failures(Failing.on(Integer.class, item -> item > 4)));
    assertEquals(List.of(), failures(Failing.on(String.class, item -> true)));
    assertEquals(List.of(3), failures(Failing.nth(3)));
    assertEquals(List.of(1, 2), failures(Failing.first(2)));
    assertEquals(List.of(1), failures(Failing.once()));
    assertEquals(List.of(1, 2, 3, 4, 5), failures(Failing.always()));
    assertEquals(List.of(), failures(Failing.never()));
    assertThrows(IllegalArgumentException.class, () -> Failing.nth(0));
  }

  @Test
  void saysWhatItFailedOn() {
    InjectedFailure failure =
        assertThrows(InjectedFailure.class, () -> Failing.always().check("a\n"));
    assertEquals("injected, at item 1: \"a\\n\"", failure.getMessage());
  }

  @Test
  void throwsWhatItIsToldAsItIs() {
    Failing failing = Failing.always().with(() -> new IOException("gone"));
    IOException first = assertThrows(IOException.class, () -> failing.check(1));
    IOException second = assertThrows(IOException.class, () -> failing.checkAll(List.of(1, 2)));
    assertNotSame(first, second);
    assertEquals(2, failing.checks());
  }

  @Test
  void failsThePoisonItemOfAPipelineAndNoOther() {
    Failing failing = Failing.on("bb"::equals);
    try (var pipeline = ScoredPipeline.builder().build()) {
      var inputs = ScoredPipeline.inputs().texts(List.of("a", "bb", "c"));
      InjectedFailure failure =
          assertThrows(
              InjectedFailure.class,
              () -> pipeline.total(inputs.scorer(failing.before(String::length))));
      FailedItem note = (FailedItem) failure.getSuppressed()[0];
      assertEquals("scores.length", note.node());
      assertEquals(1, note.index());
    }
    assertEquals(2, failing.failures(), "once in the twin, once on its own");
  }

  @Test
  void letsTroublePassThatIsChosenByNumber() {
    Failing failing = Failing.nth(2);
    try (var pipeline = ScoredPipeline.builder().build()) {
      var inputs = ScoredPipeline.inputs().texts(List.of("a", "bb", "c"));
      assertEquals(6, pipeline.total(inputs.scorer(failing.before(String::length))));
    }
    assertEquals(1, failing.failures());
  }

  @Test
  void standsAroundAnInterface() {
    FakeEncoder real = new FakeEncoder(4);
    Failing failing = Failing.on("b"::equals);
    Encoder encoder = failing.around(Encoder.class, real);
    assertEquals(4, encoder.dim());
    assertEquals(real.toString(), encoder.toString());
    assertEquals(0, failing.checks(), "nothing was given to it yet");
    assertEquals(real.encode("a", Role.QUERY), encoder.encode("a", Role.QUERY));
    assertThrows(InjectedFailure.class, () -> encoder.encode("b", Role.QUERY));
    List<String> texts = List.of("a", "b", "c");
    assertThrows(InjectedFailure.class, () -> encoder.encodeBatch(texts, Role.QUERY));
    assertEquals(4, failing.checks());
    assertThrows(IllegalArgumentException.class, () -> failing.around(FakeEncoder.class, real));
  }

  @Test
  void rethrowsWhatTheRealOneThrows() {
    IOException gone = new IOException("gone");
    Callable<Object> real =
        () -> {
          throw gone;
        };
    Callable<?> around = Failing.never().around(Callable.class, real);
    assertSame(gone, assertThrows(IOException.class, around::call));
  }

  @Test
  @SuppressWarnings("unchecked") // a Comparator of anything
  void wrapsACheckedExceptionThatTheInterfaceDoesNotDeclare() {
    Comparator<Object> comparator =
        Failing.always()
            .with(() -> new IOException("gone"))
            .around(Comparator.class, Comparator.comparing(Object::hashCode));
    assertThrows(UndeclaredThrowableException.class, () -> comparator.compare(1, 2));
  }

  @Test
  void failsJustOnceForManyThreads() {
    Failing failing = Failing.nth(500);
    long failed =
        IntStream.range(0, 1000)
            .parallel()
            .filter(
                item -> {
                  try {
                    failing.check(item);
                    return false;
                  } catch (InjectedFailure expected) {
                    return true;
                  }
                })
            .count();
    assertEquals(1, failed);
    assertEquals(1000, failing.checks());
    assertTrue(failing.toString().endsWith("[1 of 1000]"));
  }
}
