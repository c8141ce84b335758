package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values by place for many items, some the same for all and some that vary; immutable. What {@code
 * Over} of a generated pipeline is made of.
 */
public final class Settings {
  private final Slots same;
  private final List<Varying> varying;
  private final boolean product;

  /** A value that varies, as its list was when it was set. */
  private record Varying(int slot, String name, List<@Nullable Object> values) {
    Items<Object> items() {
      return new Items<>(name, values.toArray());
    }
  }

  private Settings(Slots same, List<Varying> varying, boolean product) {
    this.same = same;
    this.varying = varying;
    this.product = product;
  }

  /** Returns settings of which none varies yet. */
  public static Settings of(Slots same) {
    return new Settings(same, List.of(), false);
  }

  /**
   * Returns these with one value the same for all items.
   *
   * @throws NullPointerException naming the value, if it is null
   */
  public Settings with(int slot, String name, @Nullable Object value) {
    return new Settings(same.with(slot, name, value), without(slot), product);
  }

  /** Returns these with one value the same for all items, null perhaps. */
  public Settings withNullable(int slot, String name, @Nullable Object value) {
    return new Settings(same.withNullable(slot, name, value), without(slot), product);
  }

  /**
   * Returns these with one value that varies; it comes after those that vary already.
   *
   * @throws NullResultException if one of its values is null
   * @throws NullPointerException naming it, if there is no list of them
   */
  public Settings each(int slot, String name, @Nullable Iterable<?> values) {
    Settings settings = eachNullable(slot, name, values);
    settings.varying.get(settings.varying.size() - 1).items().refuseNull();
    return settings;
  }

  /** Returns these with one value that varies, and may be null. */
  public Settings eachNullable(int slot, String name, @Nullable Iterable<?> values) {
    Iterable<?> given =
        Objects.requireNonNull(
            values, () -> "what \"" + name + "\" is to be, each in turn, is null; give it a list");
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object value : given) {
      copy.add(value);
    }
    List<Varying> others = without(slot);
    others.add(new Varying(slot, name, Collections.unmodifiableList(copy)));
    return new Settings(same, others, product);
  }

  private List<Varying> without(int slot) {
    List<Varying> others = new ArrayList<>(varying);
    others.removeIf(each -> each.slot() == slot);
    return others;
  }

  /** Returns these with each value of one combined with each of the others. */
  public Settings product() {
    return new Settings(same, varying, true);
  }

  /** Returns whether a value is not the same for all items. */
  boolean varies(int slot) {
    return varying.stream().anyMatch(each -> each.slot() == slot);
  }

  /** Returns whether a value is given. */
  boolean has(int slot) {
    return same.has(slot) || varies(slot);
  }

  /**
   * Returns what each item is given: one, where nothing varies.
   *
   * @throws UnequalLengthsException if two vary side by side, and one has more values
   * @throws TooManyItemsException if they are combined to more items than a list can hold
   */
  List<Slots> items(String pipeline) {
    Axes axes = new Axes(pipeline, product);
    List<Items<?>> lists = new ArrayList<>();
    varying.forEach(each -> lists.add(axes.add(each.items())));
    return new Each(this, lists, lists.isEmpty() ? 1 : axes.size());
  }

  /** What each item is given, put together when it is asked for. */
  private static final class Each extends AbstractList<Slots> {
    private final Settings settings;
    private final List<Items<?>> lists;
    private final int size;

    Each(Settings settings, List<Items<?>> lists, int size) {
      this.settings = settings;
      this.lists = lists;
      this.size = size;
    }

    @Override
    public Slots get(int item) {
      Slots slots = settings.same;
      for (int i = 0; i < lists.size(); i++) {
        Varying each = settings.varying.get(i);
        slots = slots.withNullable(each.slot(), each.name(), lists.get(i).get(item));
      }
      return slots;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
