package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NumericNode;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.InputFormatException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of an exception of Jackson's where in the source the fault is, and what is there. */
final class Fault {
  private static final int SHOWN = 60;
  private static final JsonMapper PRINTER =
      JsonMapper.builder().addModule(new EmbeddingModule()).build();

  /** What stands where the source has nothing; not what stands where it has null. */
  private static final Object MISSING = new Object();

  private Fault() {}

  static InputFormatException of(Class<?> record, Object source, JsonMappingException e) {
    Object value = source;
    Object around = source;
    StringBuilder path = new StringBuilder("$");
    for (JsonMappingException.Reference step : e.getPath()) {
      around = value;
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
        value = element(value, step.getIndex());
      } else {
        path.append('.').append(step.getFieldName());
        value = named(value, step.getFieldName());
      }
    }
    return new InputFormatException(
        record.getSimpleName(),
        path.toString(),
        value == MISSING ? "missing" + besides(e, around) : shown(value),
        expected(e, value),
        e);
  }

  /** Says which names the object has that its record has not: one may be meant for another. */
  private static String besides(JsonMappingException e, @Nullable Object around) {
    List<JsonMappingException.Reference> path = e.getPath();
    if (!(path.get(path.size() - 1).getFrom() instanceof Class<?> type) || !type.isRecord()) {
      return "";
    }
    Set<String> names = new LinkedHashSet<>();
    if (around instanceof JsonNode tree) {
      tree.fieldNames().forEachRemaining(names::add);
    } else if (around instanceof Map<?, ?> map) {
      map.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      names.remove(component.getName());
    }
    return names.isEmpty() ? "" : ", though there is " + String.join(", ", names);
  }

  private static @Nullable Object element(@Nullable Object value, int index) {
    if (value instanceof JsonNode tree) {
      return orMissing(tree.get(index));
    }
    return value instanceof List<?> list && index >= 0 && index < list.size()
        ? list.get(index)
        : MISSING;
  }

  private static @Nullable Object named(@Nullable Object value, String name) {
    if (value instanceof JsonNode tree) {
      return orMissing(tree.get(name));
    }
    return value instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : MISSING;
  }

  private static Object orMissing(@Nullable Object value) {
    return value == null ? MISSING : value;
  }

  private static String expected(JsonMappingException e, @Nullable Object value) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknown.getReferringClass().isRecord()
          ? "no other names than " + Expected.names(unknown.getReferringClass())
          : "no such name";
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return "what the constructor of "
          + refused.getType().getRawClass().getSimpleName()
          + " accepts: "
          + refused.getCause();
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      Class<?> type = mismatch.getTargetType();
      String what = Expected.of(type);
      if (value == MISSING || value == null || value instanceof JsonNode node && node.isNull()) {
        return what + "; give it, or declare it @Nullable";
      }
      return type == Embedding.class ? what + ": " + e.getOriginalMessage() : what;
    }
    if (e instanceof Tokens.Endless) {
      return "what does not contain itself";
    }
    if (e.getCause() instanceof InputCoercionException range) {
      Class<?> type = range.getTargetType();
      return type == float.class || type == double.class
          ? Expected.of(type) + " in its range; what is infinite is \"Infinity\" in quotes"
          : Expected.of(type);
    }
    return "what Jackson can read: " + e.getOriginalMessage();
  }

  private static String shown(@Nullable Object value) {
    String text;
    try {
      // Jackson quotes what JSON has no number for, and what is in quotes would be read.
      text =
          value instanceof NumericNode number && number.isNaN()
              ? number.asText()
              : PRINTER.writeValueAsString(value);
    } catch (JsonProcessingException unprintable) {
      text = "a " + (value == null ? "null" : value.getClass().getName());
    }
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
