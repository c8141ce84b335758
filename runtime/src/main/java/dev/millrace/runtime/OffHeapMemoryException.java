package dev.millrace.runtime;

/** Says that there was no room off-heap for a slab. */
public final class OffHeapMemoryException extends MillraceException {
  private static final long serialVersionUID = 1L;

  OffHeapMemoryException(int rows, int dim, long bytes, OutOfMemoryError cause) {
    super(
        "no room off-heap for a slab of ["
            + rows
            + ", "
            + dim
            + "], "
            + (bytes >> 20)
            + " MiB; let the JVM have more with -XX:MaxDirectMemorySize (it is the size of the heap"
            + " unless set), or keep fewer vectors");
    initCause(cause);
  }
}
