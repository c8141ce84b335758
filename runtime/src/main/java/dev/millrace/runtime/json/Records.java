package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.millrace.runtime.InputFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Makes records of maps and JSON trees: where untyped values enter a typed pipeline.
 *
 * <pre>{@code
 * HybridRetrievalPipeline.inputs().passages(Records.fromJsonArray(Passage.class, json))
 * }</pre>
 *
 * <p>Nothing is guessed. A component without a value is an error unless it is {@code @Nullable} or
 * an {@code Optional}, which is then empty, and so is a null, also among the elements of a list; a
 * name that the record does not have; a number in quotes, and one that its type cannot hold whole;
 * an enum's constant by its number; a map that contains itself. A {@code float} and a {@code
 * double} hold what is in their range, rounded to the nearest; of them {@code "NaN"}, {@code
 * "Infinity"} and {@code "-Infinity"} are read in quotes, as Jackson writes what JSON has no number
 * for. An {@code Embedding} among the values of a map stays the very handle it is; from numbers one
 * is made as {@link EmbeddingModule} says. Modules of Jackson on the class path are used.
 */
// Whoever calls this has Jackson; whoever does not must not be asked for it.
@SuppressWarnings("exports")
public final class Records {
  private static final JsonMapper MAPPER = mapper();

  private Records() {}

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .findAndAddModules()
            .addModule(new EmbeddingModule())
            .addModule(OptionalDeserializer.module())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .annotationIntrospector(new Presence());
    builder.withCoercionConfig(
        LogicalType.Textual,
        config -> {
          for (CoercionInputShape shape :
              List.of(
                  CoercionInputShape.Integer,
                  CoercionInputShape.Float,
                  CoercionInputShape.Boolean)) {
            config.setCoercion(shape, CoercionAction.Fail);
          }
        });
    return builder.build();
  }

  /**
   * Returns the record that has these values by the names of its components.
   *
   * @throws InputFormatException if they do not fit: it says where, what is there and what should
   *     be
   */
  public static <T extends Record> T fromMap(Class<T> type, Map<String, ?> values) {
    return type.cast(convert(type, MAPPER.constructType(type), values));
  }

  /**
   * Returns the record that a JSON object gives.
   *
   * @throws InputFormatException if the tree does not fit: it says where, what is there and what
   *     should be
   */
  public static <T extends Record> T fromJson(Class<T> type, JsonNode object) {
    return type.cast(convert(type, MAPPER.constructType(type), object));
  }

  /**
   * Returns the records that these maps give, in their order.
   *
   * @throws InputFormatException if one does not fit: it says which and where, what is there and
   *     what should be
   */
  public static <T extends Record> List<T> fromMaps(
      Class<T> type, List<? extends Map<String, ?>> values) {
    return list(type, values);
  }

  /**
   * Returns the records that a JSON array of objects gives, in its order.
   *
   * @throws InputFormatException if the tree does not fit: it says where, what is there and what
   *     should be
   */
  public static <T extends Record> List<T> fromJsonArray(Class<T> type, JsonNode array) {
    return list(type, array);
  }

  private static <T extends Record> List<T> list(Class<T> type, Object values) {
    JavaType array = MAPPER.getTypeFactory().constructArrayType(type);
    Object[] records = (Object[]) convert(type, array, values);
    for (int i = 0; i < records.length; i++) {
      if (records[i] == null) {
        throw new InputFormatException(
            type.getSimpleName(), "$[" + i + "]", "null", Expected.of(type), null);
      }
    }
    return List.of(records).stream().map(type::cast).toList();
  }

  private static Object convert(Class<?> record, JavaType type, Object source) {
    try {
      Object made = read(type, source);
      if (made == null) {
        throw new InputFormatException(
            record.getSimpleName(), "$", "null", Expected.of(type.getRawClass()), null);
      }
      return made;
    } catch (JsonMappingException e) {
      throw Fault.of(record, source, e);
    } catch (IOException e) {
      // Nothing is read from outside: neither a tree nor a buffer of tokens has a way to fail so.
      throw new UncheckedIOException(e);
    }
  }

  private static Object read(JavaType type, Object source) throws IOException {
    ObjectReader reader = MAPPER.readerFor(type);
    if (source instanceof JsonNode tree) {
      try (JsonParser parser = new InRange(reader.treeAsTokens(tree), true)) {
        return reader.readValue(parser);
      }
    }
    try (TokenBuffer tokens = new Tokens(MAPPER)) {
      MAPPER
          .writer()
          .withAttribute(EmbeddingSerializer.AS_IT_IS, Boolean.TRUE)
          .writeValue(tokens, source);
      try (JsonParser parser = new InRange(tokens.asParser(), false)) {
        return reader.readValue(parser);
      }
    }
  }
}
