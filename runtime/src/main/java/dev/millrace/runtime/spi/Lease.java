package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** What a run has of a resource: an instance, from a pool only once it is its turn. */
final class Lease<T> {
  private final @Nullable Pool<T> pool;
  private volatile @Nullable Instance<T> instance;

  private Lease(@Nullable Pool<T> pool, @Nullable Instance<T> instance) {
    this.pool = pool;
    this.instance = instance;
  }

  /** Returns the lease of an instance that all runs share. */
  static <T> Lease<T> shared(Instance<T> instance) {
    return new Lease<>(null, instance);
  }

  /** Returns a lease that has still to take its instance from a pool. */
  static <T> Lease<T> from(Pool<T> pool) {
    return new Lease<>(pool, null);
  }

  /** Takes another instance of the same pool. */
  Lease<T> another() {
    Lease<T> other = new Lease<>(pool, null);
    other.take();
    return other;
  }

  @Nullable Pool<T> pool() {
    return pool;
  }

  @Nullable Instance<T> instance() {
    return instance;
  }

  boolean isTaken() {
    return instance != null;
  }

  /** Takes an instance from the pool. */
  void take() {
    if (pool != null) {
      instance = pool.take();
    }
  }

  /** Gives the instance back to the pool, if it came from there. */
  void giveBack() {
    Instance<T> current = instance;
    if (pool != null && current != null) {
      instance = null;
      pool.giveBack(current);
    }
  }
}
