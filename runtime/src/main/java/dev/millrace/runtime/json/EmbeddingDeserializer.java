package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.millrace.runtime.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads an embedding: numbers, or rows of numbers. */
final class EmbeddingDeserializer extends StdDeserializer<Embedding> {
  private static final long serialVersionUID = 1L;

  EmbeddingDeserializer() {
    super(Embedding.class);
  }

  @Override
  public Embedding deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
        && json.getEmbeddedObject() instanceof Embedding embedding) {
      return embedding;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      context.reportInputMismatch(this, "an embedding is an array, not %s", json.currentToken());
    }
    List<float[]> rows = new ArrayList<>();
    if (json.nextToken() == JsonToken.START_ARRAY) {
      for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
          context.reportInputMismatch(this, "row %d is no array", rows.size());
        }
        json.nextToken();
        rows.add(row(json, context));
      }
    } else {
      rows.add(row(json, context));
    }
    for (float[] row : rows) {
      if (row.length == 0 || row.length != rows.get(0).length) {
        context.reportInputMismatch(
            this, "rows of %d and %d numbers", rows.get(0).length, row.length);
      }
    }
    return Embedding.of(rows.toArray(float[][]::new));
  }

  /** Reads what is left of an array, its first token being the current one. */
  private float[] row(JsonParser json, DeserializationContext context) throws IOException {
    float[] numbers = new float[16];
    int count = 0;
    for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number(json, context);
    }
    return Arrays.copyOf(numbers, count);
  }

  private float number(JsonParser json, DeserializationContext context) throws IOException {
    if (json.currentToken().isNumeric()) {
      try {
        float number = json.getFloatValue();
        if (!Float.isInfinite(number) || json.isNaN()) {
          return number;
        }
      } catch (InputCoercionException beyond) {
        // Records' parser looks itself, and knows better what was given as infinite
      }
      return context.reportInputMismatch(this, "%s is beyond a float's range", json.getText());
    }
    return switch (json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "") {
      case "NaN" -> Float.NaN;
      case "Infinity" -> Float.POSITIVE_INFINITY;
      case "-Infinity" -> Float.NEGATIVE_INFINITY;
      default -> context.reportInputMismatch(this, "%s is no number", json.getText());
    };
  }
}
