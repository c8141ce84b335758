package dev.millrace.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What a publisher gives: it is asked for as many items as are wanted at a time, and no more. */
final class Published<T> implements Feed.Source<T>, Flow.Subscriber<T> {
  private final Flow.Publisher<? extends T> publisher;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<T> come = new ArrayDeque<>();
  private long asked; // and not come yet
  private boolean subscribed;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;
  private Flow.@Nullable Subscription subscription;

  Published(Flow.Publisher<? extends T> publisher) {
    this.publisher = publisher;
  }

  @Override
  public List<T> next(int most) throws InterruptedException {
    subscribe();
    Flow.Subscription current = awaitSubscription();
    if (current != null) {
      ask(current, most);
    }
    lock.lockInterruptibly();
    try {
      while (come.isEmpty() && !ended) {
        changed.await();
      }
      List<T> part = new ArrayList<>();
      while (!come.isEmpty() && part.size() < most) {
        part.add(come.remove());
      }
      if (part.isEmpty() && failure != null) {
        throw Outcome.Failed.unchecked(failure);
      }
      return Collections.unmodifiableList(part);
    } finally {
      lock.unlock();
    }
  }

  private void subscribe() {
    boolean first;
    lock.lock();
    try {
      first = !subscribed;
      subscribed = true;
    } finally {
      lock.unlock();
    }
    if (first) {
      publisher.subscribe(this);
    }
  }

  private Flow.@Nullable Subscription awaitSubscription() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (subscription == null && !ended) {
        changed.await();
      }
      return subscription;
    } finally {
      lock.unlock();
    }
  }

  /** Asks for what is missing to a part. The publisher may answer at once, on this thread. */
  private void ask(Flow.Subscription current, int most) {
    long more;
    lock.lock();
    try {
      more = ended ? 0 : most - asked - come.size();
      asked += Math.max(0, more);
    } finally {
      lock.unlock();
    }
    if (more > 0) {
      current.request(more);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    Objects.requireNonNull(given, "the publisher's subscription is null");
    boolean refused;
    lock.lock();
    try {
      refused = closed || subscription != null;
      if (!refused) {
        subscription = given;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    if (refused) {
      given.cancel();
    }
  }

  @Override
  public void onNext(T item) {
    if (item == null) {
      NullPointerException isNull = new NullPointerException("the publisher's item is null");
      end(isNull);
      throw isNull;
    }
    lock.lock();
    try {
      if (!ended && !closed) {
        asked--;
        come.add(item);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    end(Objects.requireNonNull(thrown, "the publisher's failure is null"));
  }

  @Override
  public void onComplete() {
    end(null);
  }

  private void end(@Nullable Throwable thrown) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        failure = thrown;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    Flow.Subscription current;
    lock.lock();
    try {
      current = ended ? null : subscription;
      closed = true;
      come.clear();
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.cancel();
    }
  }
}
