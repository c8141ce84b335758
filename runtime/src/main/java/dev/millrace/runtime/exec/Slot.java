package dev.millrace.runtime.exec;

import org.jspecify.annotations.Nullable;

/**
 * A place in the ring. Whoever has it at a time reads and writes it plainly: the sequences order
 * that.
 */
final class Slot<C> {
  @Nullable C chunk;

  /** What ended the chunk before its last stage; those after leave it alone. */
  @Nullable Throwable failure;

  C chunk() {
    C held = chunk;
    if (held == null) {
      throw new AssertionError("an empty slot was published");
    }
    return held;
  }

  void clear() {
    chunk = null;
    failure = null;
  }
}
