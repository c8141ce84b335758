package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values by place, of which some are the same for all items and some vary; immutable. What {@code
 * Over} of a generated pipeline is made of.
 */
public final class Axes {
  private final Slots same;
  private final List<Axis> axes;
  private final boolean product;

  /** A value that varies: what it is for one item after the other, as it was when it was set. */
  private record Axis(int slot, String name, List<@Nullable Object> values) {}

  private Axes(Slots same, List<Axis> axes, boolean product) {
    this.same = same;
    this.axes = axes;
    this.product = product;
  }

  /** Returns axes of which none varies yet. */
  public static Axes of(Slots same) {
    return new Axes(same, List.of(), false);
  }

  /**
   * Returns these with one value the same for all items.
   *
   * @throws NullPointerException naming the value, if it is null
   */
  public Axes with(int slot, String name, @Nullable Object value) {
    return new Axes(same.with(slot, name, value), without(slot), product);
  }

  /** Returns these with one value the same for all items, null perhaps. */
  public Axes withNullable(int slot, String name, @Nullable Object value) {
    return new Axes(same.withNullable(slot, name, value), without(slot), product);
  }

  /**
   * Returns these with one value that varies, and varies faster than those before it.
   *
   * @throws NullResultException if one of its values is null
   * @throws NullPointerException naming it, if there are none, not even no values
   */
  public Axes each(int slot, String name, @Nullable Iterable<?> values) {
    Axes axes = eachNullable(slot, name, values);
    int isNull = axes.axes.get(axes.axes.size() - 1).values().indexOf(null);
    if (isNull >= 0) {
      throw NullResultException.of(name, isNull);
    }
    return axes;
  }

  /** Returns these with one value that varies, and may be null. */
  public Axes eachNullable(int slot, String name, @Nullable Iterable<?> values) {
    Iterable<?> given =
        Objects.requireNonNull(
            values, () -> "what \"" + name + "\" is to be, each in turn, is null; give it a list");
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object value : given) {
      copy.add(value);
    }
    List<Axis> others = without(slot);
    others.add(new Axis(slot, name, Collections.unmodifiableList(copy)));
    return new Axes(same, others, product);
  }

  private List<Axis> without(int slot) {
    List<Axis> others = new ArrayList<>(axes);
    others.removeIf(axis -> axis.slot() == slot);
    return others;
  }

  /** Returns these with each value of one combined with each of the others. */
  public Axes product() {
    return new Axes(same, axes, true);
  }

  /** Returns whether a value is not the same for all items. */
  boolean varies(int slot) {
    return axes.stream().anyMatch(axis -> axis.slot() == slot);
  }

  /** Returns whether a value is given. */
  boolean has(int slot) {
    return same.has(slot) || varies(slot);
  }

  /**
   * Returns the number of items: one, where nothing varies.
   *
   * @throws UnequalLengthsException if two are taken side by side, and one is longer
   * @throws TooManyItemsException if they are combined to more items than a list can hold
   */
  int size(String pipeline) {
    if (axes.isEmpty()) {
      return 1;
    }
    return product ? combined(pipeline) : sideBySide(pipeline);
  }

  private int sideBySide(String pipeline) {
    Axis first = axes.get(0);
    int size = first.values().size();
    for (Axis other : axes) {
      if (other.values().size() != size) {
        throw new UnequalLengthsException(
            pipeline, first.name(), size, other.name(), other.values().size());
      }
    }
    return size;
  }

  private int combined(String pipeline) {
    if (axes.stream().anyMatch(axis -> axis.values().isEmpty())) {
      return 0;
    }
    long product = 1;
    for (Axis axis : axes) {
      product *= axis.values().size();
      if (product > Integer.MAX_VALUE - 8) {
        throw new TooManyItemsException(pipeline, product);
      }
    }
    return (int) product;
  }

  /** Returns what an item is given. */
  Slots item(int index) {
    Slots item = same;
    int rest = index;
    for (int i = axes.size() - 1; i >= 0; i--) {
      Axis axis = axes.get(i);
      int size = axis.values().size();
      item = item.withNullable(axis.slot(), axis.name(), axis.values().get(rest % size));
      rest = product ? rest / size : rest;
    }
    return item;
  }
}
