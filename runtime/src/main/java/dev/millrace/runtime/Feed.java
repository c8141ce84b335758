package dev.millrace.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Items that come one after another, more than a list would hold, and go through a pipeline a part
 * at a time. No more than one part is in memory: what comes after it is not asked for before its
 * results have been taken.
 *
 * <pre>{@code
 * long encoded = Feed.of(passages)
 *     .through(part -> pipeline.vectors(inputs.passages(part)), index::add);
 * }</pre>
 *
 * <p>Results are those of one run over all items, in their order, wherever an item's result does
 * not depend on the others. A part of an iterator or a stream is full, but for the last; of a
 * publisher it is what has come, so that nothing waits for company.
 *
 * @param <T> an item
 */
public final class Feed<T> {
  private static final int USUAL = 4096;

  private final Source<T> source;
  private final int partSize;
  private final AtomicBoolean taken;

  /** Where the items come from. */
  interface Source<T> extends AutoCloseable {

    /** Returns the next items, so many at most; none where there are no more. */
    List<T> next(int most) throws InterruptedException;

    /** Asks for no more. */
    @Override
    void close();
  }

  /**
   * What is done with a part: a run of a pipeline.
   *
   * @param <R> a result
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Run<T, R, X extends Exception> {

    /** Returns what comes of some items, in their order. */
    Iterable<? extends R> run(List<T> part) throws X;
  }

  private Feed(Source<T> source, int partSize, AtomicBoolean taken) {
    this.source = source;
    this.partSize = partSize;
    this.taken = taken;
  }

  private static <T> Feed<T> from(Source<T> source) {
    return new Feed<>(source, USUAL, new AtomicBoolean());
  }

  /** Returns what an iterator gives. */
  public static <T> Feed<T> of(Iterator<? extends T> items) {
    Objects.requireNonNull(items, "the iterator is null");
    return from(new Pulled<>(items, () -> {}));
  }

  /** Returns what a stream gives, which is closed in the end. */
  public static <T> Feed<T> of(Stream<? extends T> items) {
    Objects.requireNonNull(items, "the stream is null");
    return from(new Pulled<>(items.iterator(), items::close));
  }

  /**
   * Returns what a publisher gives. It is subscribed to when the items go through, asked for no
   * more than a part, and its subscription is cancelled where they do not go through to the end.
   */
  public static <T> Feed<T> of(Flow.Publisher<? extends T> items) {
    Objects.requireNonNull(items, "the publisher is null");
    return from(new Published<>(items));
  }

  /**
   * Returns the same with parts of so many items at most; without this, of 4,096.
   *
   * @throws IllegalArgumentException if they are not at least one
   */
  public Feed<T> partSize(int items) {
    if (items < 1) {
      throw new IllegalArgumentException("a part has at least one item, not " + items);
    }
    return new Feed<>(source, items, taken);
  }

  /**
   * Takes all items through, once: hands each result to the consumer, on this thread, and returns
   * how many items there were. What the source, the run or the consumer throws ends it, as it is;
   * results that came before have been handed over, and no more items are asked for.
   *
   * @throws NullResultException if a run gives no results, or null among them
   * @throws IllegalStateException if they have gone through before
   * @throws InterruptedException if the thread is interrupted while it waits for a publisher
   */
  public <R, X extends Exception> long through(Run<T, R, X> run, Consumer<? super R> results)
      throws X, InterruptedException {
    Objects.requireNonNull(run, "the run is null");
    Objects.requireNonNull(results, "the consumer of the results is null");
    if (taken.getAndSet(true)) {
      throw new IllegalStateException("a feed goes through once; make another of the same items");
    }
    try (Source<T> open = source) {
      long items = 0;
      long handedOver = 0;
      List<T> part = open.next(partSize);
      while (!part.isEmpty()) {
        Iterable<? extends R> some = run.run(part);
        if (some == null) {
          throw NullResultException.ofRun(items, items + part.size() - 1);
        }
        for (R result : some) {
          if (result == null) {
            throw NullResultException.ofResult(handedOver);
          }
          results.accept(result);
          handedOver++;
        }
        items += part.size();
        part = open.next(partSize);
      }
      return items;
    }
  }

  /** What is there when it is asked for. */
  private record Pulled<T>(Iterator<? extends T> items, Runnable end) implements Source<T> {
    @Override
    public List<T> next(int most) {
      List<T> part = new ArrayList<>();
      while (part.size() < most && items.hasNext()) {
        part.add(items.next());
      }
      return Collections.unmodifiableList(part);
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
