package dev.millrace.testing;

import dev.millrace.runtime.Embedding;
import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value consists of, taken apart and copied: what happens to the value later does not change
 * its form. Only what a {@link Leaf} holds is the value's own.
 */
sealed interface Form {
  /** What is compared by {@code equals}. */
  record Leaf(@Nullable Object value) implements Form {}

  /**
   * Numbers that may be a vector, or the rows of a matrix.
   *
   * @param width of a row
   * @param single whether they were floats
   * @param array the array that they were in, if they were
   */
  record Numbers(String type, int width, double[] values, boolean single, @Nullable Object array)
      implements Form {}

  /**
   * Things in order.
   *
   * @param array the array that they were in, if they were
   */
  record Items(String type, List<Form> parts, @Nullable Object array) implements Form {}

  /** Things by name or key. */
  record Keyed(String type, Map<Object, Form> parts) implements Form {}

  static Form of(@Nullable Object value) {
    if (value instanceof float[] floats) {
      return numbers("float[]", floats.length, FloatBuffer.wrap(floats), floats);
    }
    if (value instanceof Embedding embedding) {
      return numbers(embedding.toString(), embedding.dim(), embedding.floats(), null);
    }
    if (value instanceof double[] doubles) {
      return new Numbers("double[]", doubles.length, doubles.clone(), false, doubles);
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Set<?> set) {
      return new Leaf(new LinkedHashSet<>(set));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Form> parts = new LinkedHashMap<>();
      map.forEach((key, part) -> parts.put(key, of(part)));
      return new Keyed("Map", parts);
    }
    if (value instanceof Optional<?> optional) {
      return new Items("Optional", optional.map(Form::of).stream().toList(), null);
    }
    if (value instanceof Record record) {
      return record(record);
    }
    return value != null && value.getClass().isArray() ? array(value) : new Leaf(value);
  }

  /** Returns the form as a person would write it, cut where it is long. */
  default String shown() {
    return Shown.of(this);
  }

  /** Returns the arrays that others could write into, each by its identity. */
  default Set<Object> arrays() {
    Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    collectArrays(this, arrays);
    return arrays;
  }

  private static void collectArrays(Form form, Set<Object> arrays) {
    if (form instanceof Numbers numbers && numbers.array() != null && numbers.width() > 0) {
      arrays.add(numbers.array());
    } else if (form instanceof Items items) {
      if (items.array() != null && !items.parts().isEmpty()) {
        arrays.add(items.array());
      }
      items.parts().forEach(each -> collectArrays(each, arrays));
    } else if (form instanceof Keyed keyed) {
      keyed.parts().values().forEach(each -> collectArrays(each, arrays));
    }
  }

  private static Numbers numbers(
      String type, int width, FloatBuffer floats, float @Nullable [] array) {
    double[] values = new double[floats.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats.get();
    }
    return new Numbers(type, width, values, true, array);
  }

  private static Form list(List<?> list) {
    if (!list.isEmpty() && list.stream().allMatch(Float.class::isInstance)) {
      double[] values = list.stream().mapToDouble(each -> (Float) each).toArray();
      return new Numbers("List<Float>", values.length, values, true, null);
    }
    List<Form> parts = new ArrayList<>();
    list.forEach(each -> parts.add(of(each)));
    return new Items("List", parts, null);
  }

  private static Form array(Object array) {
    List<Form> parts = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      parts.add(of(Array.get(array, i)));
    }
    return new Items(array.getClass().getTypeName(), parts, array);
  }

  /** A record whose module hides it is compared by its own {@code equals}. */
  private static Form record(Record record) {
    Map<Object, Form> parts = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      try {
        accessor.setAccessible(true);
        parts.put(component.getName(), of(accessor.invoke(record)));
      } catch (InaccessibleObjectException hidden) {
        return new Leaf(record);
      } catch (IllegalAccessException | InvocationTargetException failure) {
        throw new IllegalStateException(
            "the component " + component.getName() + " of " + record.getClass() + " is unreadable",
            failure);
      }
    }
    return new Keyed(record.getClass().getTypeName(), parts);
  }
}
