package dev.millrace.runtime.json;

import dev.millrace.runtime.Embedding;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of a Java type what JSON it is made of, in words. */
final class Expected {
  private Expected() {}

  static String of(Class<?> type) {
    if (type == Embedding.class) {
      return "an array of numbers, or one of equally long arrays of numbers";
    }
    if (type == byte[].class) {
      return "a string in base64";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    if (type.isRecord()) {
      return "an object with " + names(type);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> '"' + ((Enum<?>) constant).name() + '"')
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == char.class || type == Character.class) {
      return "a string of one character";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return number ? "a number of type " + type.getSimpleName() : "a " + type.getSimpleName();
  }

  /** Returns the names of a record's components, in order. */
  static String names(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }
}
