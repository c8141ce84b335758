package dev.millrace.runtime.spi;

import dev.millrace.runtime.PipelineClosedException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call of a node that reads resources, to be made again. While its run goes on, it uses what the
 * run holds; after that, each time it is made is a run of its own, which gives back what it leased.
 */
public final class Again implements Callable<@Nullable Object> {
  private final @Nullable Leases first;
  private final Call call;
  private final @Nullable Held<?>[] held;
  private final boolean occupies;

  /** The call, with the resources of a run. */
  @FunctionalInterface
  public interface Call {

    /** Makes the call, and returns its result or throws what it throws. */
    @Nullable Object in(Leases run) throws Exception;
  }

  private Again(@Nullable Leases first, Call call, @Nullable Held<?>[] held, boolean occupies) {
    this.first = first;
    this.call = call;
    this.held = held;
    this.occupies = occupies;
  }

  /**
   * Returns a call that reads resources.
   *
   * @param held those it reads, of one run; null for one that was not given
   */
  public static Again of(Call call, @Nullable Held<?>... held) {
    Leases first = null;
    for (Held<?> each : held) {
      first = each == null ? first : each.leases();
    }
    return new Again(first, call, held.clone(), false);
  }

  /**
   * Returns a call of a node that makes a resource, or of a nested use with such a node.
   *
   * @param first the run that it belongs to
   * @param held the resources that it reads, of that run; null for one that was not given
   */
  public static Again in(Leases first, Call call, @Nullable Held<?>... held) {
    return new Again(first, call, held.clone(), false);
  }

  /** Returns the same for a node, whose call takes permits of the devices of what it reads. */
  public Again onDevices() {
    return new Again(first, call, held, true);
  }

  /**
   * Makes the call, and returns its result or throws what it throws. Where it needs instances that
   * runs do not share, it waits for them as a run does.
   *
   * @throws PipelineClosedException if the pipeline is closed
   */
  @Override
  public @Nullable Object call() throws Exception {
    try {
      return first != null && !first.isClosed() ? made(first, held) : inAnother();
    } catch (Throwable thrown) {
      RunEnd.leaves(thrown, Memo.NONE); // who makes the call again may be a run's node
      throw thrown;
    }
  }

  private @Nullable Object inAnother() throws Exception {
    try (Leases own = first == null ? none() : first.another()) {
      @Nullable Held<?>[] ours =
          Arrays.stream(held).map(each -> Held.inOrNull(each, own)).toArray(Held<?>[]::new);
      own.reserve(ours);
      return made(own, ours);
    }
  }

  private @Nullable Object made(Leases run, @Nullable Held<?>[] ours) throws Exception {
    return occupies ? DeviceCall.call(ours, () -> call.in(run)) : call.in(run);
  }

  /** No resource was given: the run holds none, whatever it is of. */
  private static Leases none() {
    return new Resources("none", Setup.DEFAULT).begin();
  }
}
