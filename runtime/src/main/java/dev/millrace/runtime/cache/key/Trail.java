package dev.millrace.runtime.cache.key;

import dev.millrace.runtime.NoKeyException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where in a value somebody is, for what is said when it goes wrong there. */
public final class Trail {
  /**
   * How deep a value may be. Every level takes some frames of the thread's stack, and half of the
   * smallest one that a JVM is usually given is enough for this many.
   */
  public static final int MAX_DEPTH = 500;

  private @Nullable String[] names = new @Nullable String[16];
  private int[] indices = new int[16];
  private int depth;

  /** Begins anew at a value. */
  public void begin(String name) {
    names[0] = name;
    depth = 1;
  }

  /**
   * Goes down to a part.
   *
   * @throws NoKeyException if that is too deep: the value contains itself, or is a chain
   */
  public void enter(String name) {
    push(name, 0);
  }

  /**
   * Goes down to an element.
   *
   * @throws NoKeyException if that is too deep: the value contains itself, or is a chain
   */
  public void enter(int index) {
    push(null, index);
  }

  /** Goes back up. */
  public void exit() {
    depth--;
  }

  private void push(@Nullable String name, int index) {
    if (depth == MAX_DEPTH) {
      throw new NoKeyException(
          start(), "it is nested more than " + MAX_DEPTH + " deep, or contains itself");
    }
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    names[depth] = name;
    indices[depth] = index;
    depth++;
  }

  /** Returns the place, {@code a.b[3].c}. */
  public String place() {
    return place(depth);
  }

  /** Returns enough of the way to see where it goes round. */
  private String start() {
    return place(12) + "…";
  }

  private String place(int levels) {
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      String name = names[i];
      if (name == null) {
        place.append('[').append(indices[i]).append(']');
      } else {
        place.append(i == 0 ? "" : ".").append(name);
      }
    }
    return place.toString();
  }
}
