package dev.millrace.runtime.memory;

import java.util.Objects;

/**
 * Checks places in a slab, unless {@code -Dmillrace.slab.bounds=false}. Without it a wrong place
 * may be another row of the same slab; the buffer still refuses what lies outside its memory.
 */
public final class Bounds {
  /** Whether places are checked, for the life of the JVM. */
  public static final boolean CHECKED = !"false".equals(System.getProperty("millrace.slab.bounds"));

  private Bounds() {}

  /**
   * Checks a place.
   *
   * @throws IndexOutOfBoundsException if it is not below the length
   */
  public static void index(int index, int length) {
    if (CHECKED) {
      Objects.checkIndex(index, length);
    }
  }
}
