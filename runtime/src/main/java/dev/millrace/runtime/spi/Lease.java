package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** What a run has of a resource: an instance, from a pool only once it is its turn. */
final class Lease<T> {
  private final @Nullable Pool<T> pool;
  private final @Nullable Holder holder;
  private final String name;
  private volatile @Nullable Instance<T> instance;

  private Lease(
      @Nullable Pool<T> pool,
      @Nullable Holder holder,
      String name,
      @Nullable Instance<T> instance) {
    this.pool = pool;
    this.holder = holder;
    this.name = name;
    this.instance = instance;
  }

  /** Returns the lease of an instance that all runs share. */
  static <T> Lease<T> shared(Instance<T> instance) {
    return new Lease<>(null, null, "", instance);
  }

  /**
   * Returns a lease that has still to take its instance from a pool.
   *
   * @param name the input that it is for
   */
  static <T> Lease<T> from(Pool<T> pool, Holder holder, String name) {
    return new Lease<>(pool, holder, name, null);
  }

  /** Takes another instance of the same pool, for somebody else. */
  Lease<T> another(Holder other) {
    Lease<T> theirs = new Lease<>(pool, other, name, null);
    theirs.take();
    return theirs;
  }

  @Nullable Pool<T> pool() {
    return pool;
  }

  /** Returns the input that it is for. */
  String name() {
    return name;
  }

  @Nullable Instance<T> instance() {
    return instance;
  }

  boolean isTaken() {
    return instance != null;
  }

  /** Takes an instance from the pool. */
  void take() {
    if (pool != null && holder != null) {
      instance = pool.take(holder);
    }
  }

  /** Gives the instance back to the pool, if it came from there. */
  void giveBack() {
    Instance<T> current = instance;
    if (pool != null && holder != null && current != null) {
      instance = null;
      pool.giveBack(current, holder);
    }
  }
}
