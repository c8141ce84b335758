package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.notes;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** What a map that keeps its failures does beyond the law. */
final class SoftMapTest {
  private static Outcome.Failed<String> failed(Outcome<String> outcome) {
    return (Outcome.Failed<String>) outcome;
  }

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), SoftLengthsMap.map(List.of(), SOUND));
  }

  @Test
  void theOutcomesCannotBeChanged() {
    List<Outcome<String>> outcomes = SoftLengthsMap.map(texts(3), SOUND);
    assertEquals(new Outcome.Ok<>("2/10"), outcomes.get(2));
    assertThrows(UnsupportedOperationException.class, () -> outcomes.set(0, outcomes.get(1)));
    assertThrows(UnsupportedOperationException.class, () -> outcomes.remove(0));
  }

  /** What is nested in an item may open what the run was given: no item is at fault. */
  @Test
  void whatTheRunWasGivenAndCannotUseEndsIt() {
    Resource<String> broken = () -> null;
    try (Resources resources = new Resources("P", Setup.DEFAULT);
        Leases run = resources.begin()) {
      Held<String> encoder = run.hold(broken, "encoder");
      Twin opening =
          new Twin(lengths -> lengths) {
            @Override
            public Integer length(String text) {
              return encoder.get().length();
            }
          };
      ResourceOpenException thrown =
          assertThrows(ResourceOpenException.class, () -> SoftLengthsMap.map(texts(2), opening));
      assertEquals(1, thrown.getSuppressed().length, "it is not tried again");
    }
    assertEnds(new InterruptedException());
  }

  @Test
  void aPipelineThatIsClosedEndsItsMaps() {
    Execution execution = new Execution("P", Setup.DEFAULT);
    Faults faults = new Faults(execution, "labels");
    assertFalse(faults.endsRun(new PipelineClosedException("P")));
    execution.close();
    assertTrue(faults.endsRun(new PipelineClosedException("P")));
    assertFalse(faults.endsRun(new IllegalStateException()));
  }

  /** Two pipelines may have one name. */
  @Test
  void whatOtherPipelinesSayOfThemselvesFailsTheItem() {
    Resource<String> broken = () -> null;
    for (RuntimeException failure :
        List.of(
            new ResourceOpenException("index", broken, false),
            new ResourceOpenException("encoder", broken, true),
            new NoFreeInstanceException("encoder", broken, 1),
            new PipelineClosedException("Lengths"))) {
      List<Outcome<String>> outcomes = SoftLengthsMap.map(texts(2), failing(failure));
      assertEquals(List.of(), Outcome.values(outcomes));
      assertSame(failure, failed(outcomes.get(1)).cause());
    }
  }

  private static void assertEnds(Exception failure) {
    assertSame(
        failure,
        assertThrows(Exception.class, () -> SoftLengthsMap.map(texts(2), failing(failure))));
  }

  private static LengthsMap.Nodes failing(Exception failure) {
    return new Twin(lengths -> lengths) {
      @Override
      public Integer length(String text) {
        throw Rethrow.<RuntimeException>unchecked(failure);
      }
    };
  }

  @Test
  void aDroppedRowReachesNoLaterNode() {
    List<List<Integer>> given = new ArrayList<>();
    List<String> labelled = new ArrayList<>();
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              given.add(lengths);
              return lengths;
            }) {
          @Override
          public Integer length(String text) {
            if (text.equals("1") || text.equals("3")) {
              throw new IllegalStateException();
            }
            return Integer.valueOf(text);
          }

          @Override
          public String label(String text, int scaled) {
            labelled.add(text);
            return text;
          }
        };
    List<Outcome<String>> outcomes = SoftLengthsMap.map(texts(5), nodes);
    assertEquals(List.of("0", "2", "4"), Outcome.values(outcomes));
    assertEquals(List.of(List.of(0, 2, 4)), given);
    assertEquals(List.of("0", "2", "4"), labelled);
  }

  @Test
  void aTwinIsNotCalledWhereEveryRowIsDropped() {
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              throw new AssertionError("called with " + lengths);
            }) {
          @Override
          public Integer length(String text) {
            throw new IllegalStateException(text);
          }
        };
    List<Outcome<String>> outcomes = SoftLengthsMap.map(texts(300), nodes);
    assertEquals(300, outcomes.size());
    assertEquals("299", failed(outcomes.get(299)).cause().getMessage());
    assertEquals(299, failed(outcomes.get(299)).index());
  }

  @Test
  void anImpureTwinThatFailsFailsItsBatchAndIsNotRunOneByOne() {
    IllegalStateException away = new IllegalStateException("the device is away");
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              if (lengths.size() == 256) {
                throw away;
              }
              return lengths;
            });
    try (Logs logs = new Logs()) {
      List<Outcome<String>> outcomes = SoftLengthsMap.mapImpure(texts(300), nodes);
      for (int item = 0; item < 256; item++) {
        assertSame(away, failed(outcomes.get(item)).cause());
        assertEquals(
            Map.of("length", lengthOf(item), "scale", 10), failed(outcomes.get(item)).inputs());
      }
      assertEquals(44, Outcome.values(outcomes).size());
      assertEquals(List.of(), logs.all());
    }
  }

  private static int lengthOf(int item) {
    return Integer.toString(item).length();
  }

  @Test
  void anImpureTwinThatFailsFailsOnlyTheBatchOfItsWeight() {
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              if (lengths.contains(2)) {
                throw new IllegalStateException();
              }
              return lengths;
            }) {
          @Override
          public long maxWeight() {
            return 10;
          }

          @Override
          public long weigh(int length) {
            return length == 2 ? 10 : 1;
          }
        };
    List<Outcome<String>> outcomes = SoftLengthsMap.mapImpure(texts(12), nodes);
    assertEquals(
        texts(10), Outcome.values(outcomes).stream().map(each -> each.substring(0, 1)).toList());
    assertEquals(10, failed(outcomes.get(10)).index());
    assertEquals(11, failed(outcomes.get(11)).index());
  }

  @Test
  void aTwinThatBreaksItsContractFailsAllItsRowsByName() throws Exception {
    List<Outcome<String>> outcomes =
        SoftLengthsMap.map(
            texts(3),
            new LengthsMap.Nodes() {
              @Override
              public List<Integer> scaled(List<Integer> lengths, int scale) {
                return List.of(1);
              }
            });
    for (Outcome<String> outcome : outcomes) {
      assertEquals("labels.scaled", failed(outcome).node());
      assertInstanceOf(BatchSizeException.class, failed(outcome).cause());
      assertEquals(10, failed(outcome).reproduce(), "its singular keeps its own");
    }
    List<Outcome<String>> ofNull = SoftLengthsMap.map(texts(2), new Twin(lengths -> null));
    assertInstanceOf(NullResultException.class, failed(ofNull.get(1)).cause());
  }

  @Test
  void aTwinThatFailsEachTimeIsAWarningOnce() {
    try (Logs logs = new Logs()) {
      List<Outcome<String>> outcomes =
          SoftLengthsMap.map(
              texts(1000),
              new LengthsMap.Nodes() {
                @Override
                public List<Integer> scaled(List<Integer> lengths, int scale) {
                  throw new IllegalStateException();
                }
              });
      assertEquals(LengthsMap.map(texts(1000), SOUND), Outcome.values(outcomes));
      assertEquals(1, logs.at(Level.WARNING).size());
      assertEquals(4, logs.all().size());
    }
  }

  @Test
  void anInterruptOfANodeEndsTheRun() {
    InterruptedException interrupt = new InterruptedException();
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public Integer length(String text) throws InterruptedException {
            if (text.equals("7")) {
              throw interrupt;
            }
            return 1;
          }
        };
    assertSame(
        interrupt,
        assertThrows(InterruptedException.class, () -> SoftLengthsMap.map(texts(600), nodes)));
    assertEquals(List.of("in the node \"labels.length\", item 7"), notes(interrupt));
  }

  @Test
  void anInterruptInOtherWordsEndsTheRunAndStays() {
    IllegalStateException words = new IllegalStateException("interrupted");
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public String label(String text, int scaled) {
            Thread.currentThread().interrupt();
            throw words;
          }
        };
    assertSame(
        words,
        assertThrows(IllegalStateException.class, () -> SoftLengthsMap.map(texts(3), nodes)));
    assertTrue(Thread.interrupted(), "is still set, and cleared for the tests that follow");
  }

  @Test
  void anInterruptOfATwinEndsTheRunPureOrNot() {
    InterruptedException interrupt = new InterruptedException();
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              throw interrupt;
            });
    assertSame(
        interrupt,
        assertThrows(InterruptedException.class, () -> SoftLengthsMap.map(texts(3), nodes)));
    assertSame(
        interrupt,
        assertThrows(InterruptedException.class, () -> SoftLengthsMap.mapImpure(texts(3), nodes)));
  }

  @Test
  void whatIsCancelledIsNotBegunAgainAndItsItemsAreTold() throws Exception {
    CancellationException cancelled = new CancellationException();
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              throw cancelled;
            });
    for (Outcome<?> outcome : SoftLengthsMap.map(texts(3), nodes)) {
      Outcome.Failed<?> failed = (Outcome.Failed<?>) outcome;
      assertInstanceOf(CancelledException.class, failed.cause());
      assertSame(cancelled, failed.cause().getCause());
      assertTrue(
          failed.cause().getMessage().contains("the run itself was not"), "nobody ended the run");
    }
  }

  @Test
  void anErrorEndsTheRun() {
    Error error = new OutOfMemoryError("thrown by a test");
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public Integer length(String text) {
            throw error;
          }
        };
    assertSame(
        error, assertThrows(OutOfMemoryError.class, () -> SoftLengthsMap.map(texts(3), nodes)));
  }
}
