package dev.millrace.runtime.spi;

import dev.millrace.runtime.OnDevice;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One instance of a resource, opened by the first who needs it while the others wait. */
final class Instance<T> {
  private final Resource<? extends T> resource;
  private final Resources resources;
  private final Opened scope;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable T object;

  /** Makes one that is closed with a scope: the pipeline's or a run's. */
  Instance(Resource<? extends T> resource, Resources resources, Opened scope) {
    this.resource = resource;
    this.resources = resources;
    this.scope = scope;
  }

  boolean isOpen() {
    return object != null;
  }

  /**
   * Returns the object, opened if it is not.
   *
   * @param isInput whether the run was given the resource
   */
  T get(String name, boolean isInput) {
    T open = object;
    return open != null ? open : openOnce(name, isInput);
  }

  /** Returns the device that the open object occupies, or an empty text if nobody says so. */
  String device(T open) {
    if (open instanceof OnDevice itself) {
      String device = itself.device();
      return Objects.requireNonNull(
          device, () -> resource + " occupies null; OnDevice.device() returns a name, or \"\"");
    }
    return resource instanceof ConstructedResource<?> handle ? handle.device() : "";
  }

  private T openOnce(String name, boolean isInput) {
    lockInterruptibly();
    try {
      T open = object;
      if (open == null) {
        resources.requireOpen();
        open = open(name, isInput);
        object = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  private void lockInterruptibly() {
    try {
      opening.lockInterruptibly();
    } catch (InterruptedException interrupted) {
      throw Rethrow.unchecked(interrupted);
    }
  }

  private T open(String name, boolean isInput) {
    @Nullable T opened;
    try {
      opened = resource.open();
    } catch (InterruptedException interrupted) {
      throw Rethrow.unchecked(interrupted);
    } catch (Exception failure) {
      throw failed(new ResourceOpenException(name, resource, isInput, failure));
    }
    if (opened == null) {
      throw failed(new ResourceOpenException(name, resource, isInput));
    }
    if (opened instanceof AutoCloseable closeable && !resource.isLive() && !scope.add(closeable)) {
      throw tooLate(closeable);
    }
    return opened;
  }

  /** What a node returned is an item's: where that does not open, the item fails. */
  private static ResourceOpenException failed(ResourceOpenException failure) {
    return failure.isInput() ? RunEnd.of(failure) : failure;
  }

  /** Closes what was opened when nobody was left to close it later. */
  private RuntimeException tooLate(AutoCloseable opened) {
    RuntimeException late = resources.closed();
    try {
      opened.close();
    } catch (Throwable failure) {
      late.addSuppressed(failure);
    }
    return late;
  }
}
