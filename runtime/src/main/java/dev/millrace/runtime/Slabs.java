package dev.millrace.runtime;

import dev.millrace.runtime.memory.Choice;
import dev.millrace.runtime.memory.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to know of all slabs of this JVM. */
public final class Slabs {
  private Slabs() {}

  /**
   * A slab that is open.
   *
   * @param slab the slab, as it writes itself
   * @param lost whether the collector has taken it, and its pool will never have it back
   * @param allocatedAt where it was allocated, the innermost call first
   */
  public record Open(String slab, boolean lost, List<StackTraceElement> allocatedAt) {
    /** Makes one with a copy of the list. */
    public Open {
      allocatedAt = List.copyOf(allocatedAt);
    }

    /** Returns the slab and where it was allocated, a line for each call. */
    @Override
    public String toString() {
      return allocatedAt.stream()
          .map(call -> "\n    at " + call)
          .collect(
              Collectors.joining("", slab + (lost ? " was lost" : " is open") + ", allocated", ""));
    }
  }

  /**
   * Returns the slabs that were neither closed nor released, in the order in which they were
   * allocated. One that the collector took is not among them, unless it was a pool's.
   *
   * @throws IllegalStateException if the JVM does not run with {@code -Dmillrace.slab.leaks=true}:
   *     without it nothing is kept, and nothing is paid
   */
  public static List<Open> open() {
    if (!Ledger.ON) {
      throw new IllegalStateException(
          "which slabs are open is known only with -Dmillrace.slab.leaks=true; start the JVM with"
              + " it");
    }
    return Ledger.SLABS.open().stream()
        .map(entry -> new Open(entry.name(), entry.lost(), Arrays.asList(entry.allocation())))
        .toList();
  }

  /**
   * Returns who gives slabs their memory and why, as a person reads it: {@code chronicle}, or
   * {@code direct} and which of Chronicle's flags is missing.
   */
  public static String memory() {
    return Choice.current().toString();
  }
}
