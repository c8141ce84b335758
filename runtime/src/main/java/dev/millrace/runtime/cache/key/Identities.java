package dev.millrace.runtime.cache.key;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for objects that are equal to themselves only. No number is given twice, and no other
 * process has the same {@link #process}; an object is not kept for its number.
 */
public final class Identities {
  /** Those of this process. */
  public static final Identities SHARED = new Identities();

  private final byte[] process = new byte[KeyBytes.DIGEST];
  private final Map<Same, Long> numbers = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final AtomicLong next = new AtomicLong();

  Identities() {
    new SecureRandom().nextBytes(process);
  }

  /** Returns 16 bytes that no other process has. */
  public byte[] process() {
    return process.clone();
  }

  /** Returns the number of an object. */
  public long of(Object object) {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      numbers.remove(each);
    }
    return numbers.computeIfAbsent(new Same(object, gone), unknown -> next.getAndIncrement());
  }

  /** Returns how many objects have a number. */
  int size() {
    return numbers.size();
  }

  /** Equal to what refers to the same object; of one that is gone, to itself. */
  private static final class Same extends WeakReference<Object> {
    private final int hash;

    Same(Object object, ReferenceQueue<Object> gone) {
      super(object, gone);
      hash = System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Same that && get() != null && get() == that.get());
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
