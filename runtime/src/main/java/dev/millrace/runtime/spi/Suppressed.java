package dev.millrace.runtime.spi;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds exceptions to the one that is thrown, which may be among them: some are constants. */
final class Suppressed {
  private Suppressed() {}

  /** Adds a suppressed exception, unless one of the two has the other already. */
  static void add(Throwable to, Throwable suppressed) {
    if (!reaches(to, suppressed) && !reaches(suppressed, to)) {
      to.addSuppressed(suppressed);
    }
  }

  private static boolean reaches(Throwable from, Throwable sought) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> next = new ArrayDeque<>();
    next.add(from);
    while (!next.isEmpty()) {
      Throwable current = next.pop();
      if (current == sought) {
        return true;
      }
      if (seen.add(current)) {
        push(next, current.getCause());
        for (Throwable suppressed : current.getSuppressed()) {
          push(next, suppressed);
        }
      }
    }
    return false;
  }

  private static void push(Deque<Throwable> next, @Nullable Throwable found) {
    if (found != null) {
      next.push(found);
    }
  }
}
