package dev.millrace.runtime.spi;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.Resource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values by place, immutable: setting one makes a copy. What {@code Inputs} of a generated pipeline
 * are made of.
 */
public final class Slots {
  /** Stands for null where it was given. */
  private static final Object NULL = new Object();

  private final @Nullable Object[] values;
  private final int given;
  private final int leading;

  private Slots(@Nullable Object[] values) {
    this.values = values;
    int set = 0;
    int first = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        set++;
        first += first == i ? 1 : 0;
      }
    }
    this.given = set;
    this.leading = first;
  }

  /** Returns slots of which none is set. */
  public static Slots empty(int size) {
    return new Slots(new Object[size]);
  }

  /**
   * Returns the slots with one set.
   *
   * @throws NullPointerException naming the value, if it is null
   */
  public Slots with(int slot, String name, @Nullable Object value) {
    Objects.requireNonNull(
        value, () -> "\"" + name + "\" is null; give it a value or leave it out");
    @Nullable Object[] copy = values.clone();
    copy[slot] = value;
    return new Slots(copy);
  }

  /** Returns the slots with one set, to null perhaps. The name is for those that look alike. */
  public Slots withNullable(int slot, String name, @Nullable Object value) {
    return with(slot, name, value == null ? NULL : value);
  }

  /** Returns the slots with one not set. */
  Slots without(int slot) {
    @Nullable Object[] copy = values.clone();
    copy[slot] = null;
    return new Slots(copy);
  }

  /** Returns the slots, and where one is not set, what others have there. */
  Slots or(Slots others) {
    @Nullable Object[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i] == null ? others.values[i] : copy[i];
    }
    return new Slots(copy);
  }

  /** Returns whether a slot is set. */
  public boolean has(int slot) {
    return values[slot] != null;
  }

  /** Returns whether a slot is set, and not to null. */
  public boolean isGiven(int slot) {
    return values[slot] != null && values[slot] != NULL;
  }

  /** Returns whether the first slots, so many, are all set. */
  public boolean hasFirst(int count) {
    return leading >= count;
  }

  /** Returns whether the first slots, so many, are set, and no others. */
  public boolean isJust(int count) {
    return given == count && leading == count;
  }

  /** Returns the value of a slot, or {@code unset}. */
  @SuppressWarnings("unchecked") // the generated setter of the slot takes only a T
  public <T> T get(int slot, T unset) {
    Object value = values[slot];
    return value == null || value == NULL ? unset : (T) value;
  }

  /**
   * Returns the value of a slot.
   *
   * @throws MissingInputException naming it, if it is not set
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  public <T> T require(int slot, String name) {
    Object value = values[slot];
    if (value == null) {
      throw new MissingInputException("Inputs", List.of(name));
    }
    return (T) value;
  }

  /** Returns the value of a slot, or null. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  public <T extends @Nullable Object> T get(int slot) {
    Object value = values[slot];
    return value == NULL ? null : (T) value;
  }

  /**
   * Returns the resource of a slot; an object that was given is one that is open already.
   *
   * @throws MissingInputException naming it, if it is not set
   */
  @SuppressWarnings("unchecked") // the generated setters of the slot take only these
  public <T> Resource<? extends T> resource(int slot, String name) {
    Object value = require(slot, name);
    return value instanceof Resource<?> resource
        ? (Resource<? extends T>) resource
        : Resource.live((T) value);
  }

  /** Returns the resource of a slot, as {@link #resource} does; null if there is none. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  public <R extends @Nullable Resource<?>> R resourceOrNull(int slot, String name) {
    return (R) (isGiven(slot) ? resource(slot, name) : null);
  }

  /** Returns null, as a value of any type: for a variable of a run that nobody reads any more. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is what it is for
  public static <T extends @Nullable Object> T none() {
    return null;
  }
}
