package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** Items that go through a run a part at a time. */
@Timeout(60)
final class FeedTest {
  private final List<Integer> results = new ArrayList<>();
  private final List<Integer> parts = new ArrayList<>();

  private List<Integer> doubled(List<Integer> part) {
    parts.add(part.size());
    return part.stream().map(each -> each * 2).toList();
  }

  private static List<Integer> evens(int count) {
    return IntStream.range(0, count).map(each -> each * 2).boxed().toList();
  }

  @Property
  void allItemsGoThroughInOrderInFullParts(
      @ForAll @IntRange(max = 100) int count, @ForAll @IntRange(min = 1, max = 30) int partSize)
      throws Exception {
    results.clear();
    parts.clear();
    Iterator<Integer> items = IntStream.range(0, count).iterator();
    assertEquals(count, Feed.of(items).partSize(partSize).through(this::doubled, results::add));
    assertEquals(evens(count), results);
    assertEquals((count + partSize - 1) / partSize, parts.size());
    for (int i = 0; i + 1 < parts.size(); i++) {
      assertEquals(partSize, parts.get(i));
    }
  }

  @Test
  void nothingIsPulledBeforeTheResultsOfThePartBeforeAreTaken() throws Exception {
    List<String> order = new ArrayList<>();
    Iterator<Integer> items = Stream.of(1, 2, 3).peek(each -> order.add("pull " + each)).iterator();
    Feed.of(items).partSize(2).through(part -> part, each -> order.add("take " + each));
    assertEquals(List.of("pull 1", "pull 2", "take 1", "take 2", "pull 3", "take 3"), order);
  }

  /** Those before it have been handed over, those after it not, and nothing more is pulled. */
  @Test
  void aNullAmongTheResultsEndsItInItsPlace() {
    List<Integer> pulled = new ArrayList<>();
    AtomicBoolean closed = new AtomicBoolean();
    Stream<Integer> items =
        Stream.iterate(0, each -> each + 1).peek(pulled::add).onClose(() -> closed.set(true));
    NullResultException thrown =
        assertThrows(
            NullResultException.class,
            () ->
                Feed.of(items)
                    .partSize(10)
                    .through(
                        part -> Arrays.asList(part.stream().map(i -> i == 14 ? null : i).toArray()),
                        each -> results.add((Integer) each)));
    assertEquals(
        "result 14 of a feed is null, those before it have been handed over; leave it out, or give"
            + " a value, such as an Optional",
        thrown.getMessage());
    assertEquals(IntStream.range(0, 14).boxed().toList(), results);
    assertEquals(20, pulled.size());
    assertTrue(closed.get());
  }

  @Test
  void aRunThatGivesNothingEndsItWithItsItems() {
    NullResultException thrown =
        assertThrows(
            NullResultException.class,
            () ->
                Feed.of(Stream.of(1, 2, 3, 4, 5))
                    .partSize(2)
                    .through(part -> part.contains(3) ? nothing() : doubled(part), results::add));
    assertEquals(
        "the run of a feed returned null for the items 2 to 3; it must return their results, in a"
            + " list",
        thrown.getMessage());
    assertEquals(List.of(2, 4), results);
  }

  @SuppressWarnings("NullAway") // what is under test
  private static List<Integer> nothing() {
    return null;
  }

  @Test
  void whatIsNullIsToldBeforeAnythingIsPulled() throws Exception {
    Feed<Integer> feed = Feed.of(Stream.of(1));
    assertEquals(
        "the consumer of the results is null",
        assertThrows(NullPointerException.class, () -> feed.through(this::doubled, null))
            .getMessage());
    assertEquals(
        "the run is null",
        assertThrows(
                NullPointerException.class,
                () -> feed.<Integer, RuntimeException>through(null, results::add))
            .getMessage());
    assertEquals(1, feed.through(this::doubled, results::add), "nothing of it was taken");
  }

  @Test
  void aStreamIsClosedHoweverItEnds() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    Feed.of(Stream.of(1).onClose(() -> closed.set(true))).through(this::doubled, results::add);
    assertTrue(closed.getAndSet(false));
    IOException failure = new IOException();
    assertSame(
        failure,
        assertThrows(
            IOException.class,
            () ->
                Feed.of(Stream.of(1).onClose(() -> closed.set(true)))
                    .<Integer, IOException>through(
                        part -> {
                          throw failure;
                        },
                        results::add)));
    assertTrue(closed.get());
  }

  @Test
  void aFeedGoesThroughOnce() throws Exception {
    Feed<Integer> feed = Feed.of(List.of(1).iterator());
    feed.through(this::doubled, results::add);
    assertThrows(
        IllegalStateException.class, () -> feed.partSize(3).through(this::doubled, results::add));
    assertThrows(IllegalArgumentException.class, () -> feed.partSize(0));
  }

  /** Gives what it is asked for, and notes that. */
  private static final class Counted implements Flow.Publisher<Integer>, Flow.Subscription {
    final List<Long> asked = new ArrayList<>();
    final int count;
    final @Nullable Throwable failure;
    Flow.@Nullable Subscriber<? super Integer> subscriber;
    int given;
    boolean ended;
    boolean cancelled;

    Counted(int count, @Nullable Throwable failure) {
      this.count = count;
      this.failure = failure;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> to) {
      subscriber = to;
      to.onSubscribe(this);
    }

    @Override
    public void request(long items) {
      asked.add(items);
      Flow.Subscriber<? super Integer> to = subscriber;
      for (long i = 0; i < items && given < count && to != null; i++) {
        to.onNext(given++);
      }
      if (given == count && !ended && to != null) {
        ended = true;
        if (failure == null) {
          to.onComplete();
        } else {
          to.onError(failure);
        }
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  @Test
  void aPublisherIsAskedForOnePartAtATime() throws Exception {
    Counted items = new Counted(7, null);
    assertEquals(7, Feed.of(items).partSize(3).through(this::doubled, results::add));
    assertEquals(evens(7), results);
    assertEquals(List.of(3, 3, 1), parts);
    assertEquals(List.of(3L, 3L, 3L), items.asked);
    assertFalse(items.cancelled, "it has ended by itself");
  }

  @Test
  void whatAPublisherFailsWithComesAfterItsItems() {
    IOException failure = new IOException("gone");
    Counted items = new Counted(4, failure);
    assertSame(
        failure,
        assertThrows(
            IOException.class,
            () -> Feed.of(items).partSize(3).through(this::doubled, results::add)));
    assertEquals(evens(4), results);
  }

  @Test
  void aPublisherIsCancelledWhereTheConsumerFails() {
    Counted items = new Counted(100, null);
    assertThrows(
        IllegalStateException.class,
        () ->
            Feed.of(items)
                .partSize(3)
                .through(
                    this::doubled,
                    each -> {
                      throw new IllegalStateException();
                    }));
    assertTrue(items.cancelled);
    assertEquals(3, items.given);
  }

  @Test
  void whatHasComeIsAPart() throws Exception {
    List<Integer> taken = new ArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
    Thread feeding =
        feeding(
            publisher,
            () -> {
              publisher.submit(1);
              first.await(); // nothing more comes before the first is through
              publisher.submit(2);
            });
    Feed.of(publisher)
        .through(
            part -> part,
            each -> {
              taken.add(each);
              first.countDown();
            });
    feeding.join();
    assertEquals(List.of(1, 2), taken);
  }

  /** What a thread does that may be interrupted. */
  private interface Feeding {
    void run() throws InterruptedException;
  }

  /** Returns a thread that publishes once somebody listens, and then closes the publisher. */
  private static Thread feeding(SubmissionPublisher<Integer> publisher, Feeding feeding) {
    Thread thread =
        new Thread(
            () -> {
              try (publisher) {
                while (!publisher.hasSubscribers()) {
                  Thread.onSpinWait();
                }
                feeding.run();
              } catch (InterruptedException never) {
                throw new IllegalStateException(never);
              }
            });
    thread.start();
    return thread;
  }

  @Property(tries = 50)
  void everythingThatIsSubmittedGoesThroughInOrder(
      @ForAll @IntRange(max = 3000) int count, @ForAll @IntRange(min = 1, max = 300) int partSize)
      throws Exception {
    results.clear();
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
    Thread feeding = feeding(publisher, () -> IntStream.range(0, count).forEach(publisher::submit));
    assertEquals(count, Feed.of(publisher).partSize(partSize).through(this::doubled, results::add));
    feeding.join();
    assertEquals(evens(count), results);
  }

  @Test
  void anInterruptEndsTheWaitAndCancels() throws Exception {
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch asked = new CountDownLatch(1);
    Flow.Publisher<Integer> never =
        to ->
            to.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long items) {
                    asked.countDown();
                  }

                  @Override
                  public void cancel() {
                    cancelled.set(true);
                  }
                });
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                Feed.of(never).through(part -> part, each -> {});
              } catch (Throwable interrupted) {
                thrown.set(interrupted);
              }
            });
    waiting.start();
    asked.await();
    waiting.interrupt();
    waiting.join();
    assertTrue(thrown.get() instanceof InterruptedException);
    assertTrue(cancelled.get());
  }

  @Test
  void saysWhatItIsGivenNullFor() {
    assertNull("the iterator is null", () -> Feed.of((Iterator<Integer>) null));
    assertNull("the stream is null", () -> Feed.of((Stream<Integer>) null));
    assertNull("the publisher is null", () -> Feed.of((Flow.Publisher<Integer>) null));
  }

  private static void assertNull(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }
}
