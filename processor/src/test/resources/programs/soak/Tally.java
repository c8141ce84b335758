package soak;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What has become of one pipeline's resources, and what was found wrong anywhere. */
final class Tally {
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final AtomicInteger services = new AtomicInteger();
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  void require(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }
}
