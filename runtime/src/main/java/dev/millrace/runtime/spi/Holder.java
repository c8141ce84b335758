package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** Who has instances that others may wait for: a run, or a further lane of one. */
abstract sealed class Holder permits Leases, LaneLeases {

  /** Returns who waits for this to end: the run whose node has begun it; or null. */
  abstract @Nullable Holder within();

  /** Returns whose instances they are. */
  abstract Resources resources();

  /** Returns whether it has an instance that others may be waiting for. */
  abstract boolean hasLeases();
}
